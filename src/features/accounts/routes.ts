import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as code from './code/page.ts'
import * as invitation from './invitation/page.ts'
import * as inviteFamily from './invite-family/page.ts'
import * as email from './mine/email.ts'
import * as mine from './mine/page.ts'
import * as setUp from './set-up/page.ts'
import * as password from './set-up/password.ts'
import * as secondFactor from './set-up/second-factor.ts'
import * as signIn from './sign-in/page.ts'
import * as wayBack from './way-back/page.ts'

// 'anyone' where nobody is signed in yet: each of these pages asks for what was shown so far.
export const routes = [
  { get: paths.signInAccount.pattern, may: 'anyone', page: signIn.show },
  { post: paths.signInAccount.pattern, may: 'anyone', page: signIn.submit },
  { get: paths.signInPasskey.pattern, may: 'anyone', page: signIn.showPasskey },
  { post: paths.signInPasskey.pattern, may: 'anyone', page: signIn.submitPasskey },
  { get: paths.signInCode.pattern, may: 'anyone', page: code.show },
  { post: paths.signInCode.pattern, may: 'anyone', page: code.submit },
  { post: paths.signInSendCode.pattern, may: 'anyone', page: code.sendAgain },
  { get: paths.signInRecoveryCode.pattern, may: 'anyone', page: code.showRecovery },
  { post: paths.signInRecoveryCode.pattern, may: 'anyone', page: code.submitRecovery },
  { get: paths.signInHelp.pattern, may: 'anyone', page: wayBack.show },
  { post: paths.signInHelp.pattern, may: 'anyone', page: wayBack.submit },
  { get: paths.signInHelpSent.pattern, may: 'anyone', page: wayBack.showSent },
  { get: paths.wayBack.pattern, may: 'anyone', page: wayBack.showProve },
  { post: paths.wayBack.pattern, may: 'anyone', page: wayBack.submitProve },
  { post: paths.wayBackCode.pattern, may: 'anyone', page: wayBack.sendCode },
  { get: paths.invitation.pattern, may: 'anyone', page: invitation.show },
  { post: paths.invitation.pattern, may: 'anyone', page: invitation.submit },
  { get: paths.setUp.pattern, may: 'anyone', page: setUp.show },
  { get: paths.setUpPasskey.pattern, may: 'anyone', page: setUp.showPasskey },
  { post: paths.setUpPasskey.pattern, may: 'anyone', page: setUp.submitPasskey },
  { get: paths.setUpElsewhere.pattern, may: 'anyone', page: setUp.showElsewhere },
  { post: paths.setUpElsewhere.pattern, may: 'anyone', page: setUp.submitElsewhere },
  { get: paths.setUpPassword.pattern, may: 'anyone', page: password.show },
  { post: paths.setUpPassword.pattern, may: 'anyone', page: password.submit },
  { get: paths.setUpSecondFactor.pattern, may: 'anyone', page: secondFactor.show },
  { post: paths.setUpSecondFactor.pattern, may: 'anyone', page: secondFactor.submit },
  { get: paths.setUpApp.pattern, may: 'anyone', page: secondFactor.showApp },
  { post: paths.setUpApp.pattern, may: 'anyone', page: secondFactor.submitApp },
  { get: paths.setUpCode.pattern, may: 'anyone', page: secondFactor.showCode },
  { post: paths.setUpCode.pattern, may: 'anyone', page: secondFactor.submitCode },
  { post: paths.setUpSendCode.pattern, may: 'anyone', page: secondFactor.sendAgain },

  { get: paths.mySignIn.pattern, may: 'signed-in', page: mine.show },
  { post: paths.addPasskey.pattern, may: 'signed-in', page: mine.addPasskey },
  { post: paths.removePasskey.pattern, may: 'signed-in', page: mine.takePasskeyAway },
  { get: paths.changePassword.pattern, may: 'signed-in', page: mine.showPassword },
  { post: paths.changePassword.pattern, may: 'signed-in', page: mine.submitPassword },
  { get: paths.changeSecondFactor.pattern, may: 'signed-in', page: mine.changeFactor },
  { get: paths.changeEmail.pattern, may: 'signed-in', page: email.show },
  { post: paths.changeEmail.pattern, may: 'signed-in', page: email.submit },
  { get: paths.newRecoveryCodes.pattern, may: 'signed-in', page: mine.showRecoveryCodes },
  { post: paths.newRecoveryCodes.pattern, may: 'signed-in', page: mine.makeRecoveryCodes },

  { get: paths.caseInvite.pattern, may: { act: 'invite-family' }, page: inviteFamily.show },
  { post: paths.caseInvite.pattern, may: { act: 'invite-family' }, page: inviteFamily.submit },
] satisfies Route[]
