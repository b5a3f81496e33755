// Mutants of the policy and of the tables that it decides by: `npm run proof:mutation`. TypeScript 7 has no JavaScript API, so that
// Stryker neither checks types nor rewrites tsconfig: a mutant that would not compile counts like any other and must be found.

// oxlint-disable-next-line import/no-default-export -- Stryker reads its settings from it
export default {
  testRunner: 'in-process',
  plugins: ['./test/access/mutant-runner.mjs'],
  ignorers: ['words'],
  mutate: [
    ...['policy', 'standing', 'family-standing', 'parts', 'parts-of-family', 'parts-of-proxy', 'section-writers', 'sights', 'withheld'].map((name) => `src/domain/access/${name}.ts`),
    'src/domain/case-file/open-acts.ts',
  ],
  ignorePatterns: ['**/*', '!src/**', '!test/**', '!package.json'],
  checkers: [],
  coverageAnalysis: 'off',
  tsconfigFile: 'none.json',
  concurrency: Number(process.env['MUTANT_PROCESSES'] ?? '2'),
  // A mutant that nothing finds takes as long as everything takes: far from this, on a busy machine too.
  timeoutMS: 240_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: '.data/mutation-access.json' },
  tempDirName: '.data/mutation',
  thresholds: { high: 98, low: 95, break: 95 },
}
