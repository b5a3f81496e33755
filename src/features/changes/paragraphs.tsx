/** What somebody typed, with its own line ends. */
export const Paragraphs = ({ text }: { text: string }) => <>{text.split(/\n+/).map((paragraph) => <p class="govuk-body govuk-!-margin-bottom-2">{paragraph}</p>)}</>
