import type { Texts } from '../words.ts';

/** English; the simplified Chinese text counts. */
export const words: Texts['namings'] = {
  namings: {
    title: 'Who names me',
    lead: 'See which applications and businesses use your identity, and say “not me” of those that are not yours.',
    step: {
      ask: 'Your face is checked once, by the identity provider.',
      read: 'You see every application and business that names you: its name, what you are in it, how far it is, since when.',
      deny: 'Say “not me” of each that is none of yours: one that is still open stops at once and goes to an official; of a registered one an inquiry is opened into whether to annul it.',
    },
    ask: 'Check my face and show who names me',
    askAgain: 'Check my face again',
    costsTitle: 'What it costs, and what is kept',
    costs: 'Nothing. You need no account, only one face check.',
    privacy:
      'What you sign is today’s enquiry, good for asking and for saying “not me” and for nothing else. The proof stays in this page only: if you leave it or load it again, your face is checked again.',
    noProvider:
      'The identity provider has no page for this. Bring your identity document to the registrar, to ask or to apply for an annulment.',
    back: {
      CANCELLED: 'The face check was not finished, and nothing was asked. You may check it again.',
      LOST: 'Your face was checked, but this is not the window that you left. Check it again; nothing is lost.',
    },
    proving: 'Reading the result of the face check…',
    reading: 'Asking…',
    over: 'This face check is no longer good. Check your face again: you come back to this place, and what you wrote is still here.',
    refused: 'The face check was not finished, or was used already. Check your face again.',
    silent: 'The identity provider does not answer. Check your face again later.',
    found_one: '{{count}} entry names you',
    found_other: '{{count}} entries name you',
    more: 'The latest {{count}} that name you; there are more',
    foundText: 'Look at each. Of those that you know and agree to, you need do nothing.',
    nobody: 'Nothing here names you',
    nobodyText:
      'No application or business in this system names the document that you proved. What was registered elsewhere, or in other systems, is not looked through.',
    parts: 'Your part in it',
    sentBy: 'Sent by',
    by: { APPLICANT: 'the applicant', AGENT: 'a registration agent' },
    since: 'Since',
    updated: 'Last change',
    deny: 'This was not me',
    denyOf: 'This was not me: {{name}}',
    deniedTag: 'You said “not me”',
    deniedBefore:
      'You said “not me” before it was registered; an official looked into it and registered it. If your identity was misused all the same, you may ask for an inquiry.',
    sureTitle: 'Say “not me”: {{name}}',
    consequence: {
      MAY_STOP:
        'The application stops at once, and only an official who has seen what you say can decide it. Where it is not submitted yet, signatures of yours become void. The applicant learns that somebody denies it, and nothing of what you write.',
      MAY_INQUIRE:
        'The registrar is asked for an inquiry and decides within 3 working days whether to take it up; whether to annul the registration is then looked into, as a rule within 3 months. Until it is decided, the registration stays in force.',
    },
    truth:
      'You cannot take it back yourself. Say only what is true; the registrar may get in touch with you.',
    statement: 'In your own words (you may leave it empty)',
    statementHint:
      'For example when you lost your identity card, or whether you know the applicant. Only the officials who handle it see this.',
    sure: 'Yes, this was not me',
    cancel: 'Cancel',
    deniedTitle: 'You said “not me”',
    deniedAt: 'You said “not me” on {{at}}',
    stopped:
      'The application has stopped and is before an official, with what you said. Ask here again to see how it ends; you need do nothing more.',
    stoppedEarly:
      'The application is still with the applicant and was not submitted. If it is, no machine registers it: an official decides, who first sees what you said.',
    inquiry: {
      FILED:
        'The registrar decides by {{due}} whether to take it up. Ask here again for the result.',
      DECLINED:
        'The registrar did not take it up. You may ask for administrative reconsideration or go to court.',
      ACCEPTED: 'The registrar looks into whether to annul it, and ends this by {{due}}.',
      NOTICE: 'The registrar has given public notice, and ends this by {{due}}.',
      PROPOSED:
        'The registrar has come to a view that another official must confirm, and ends this by {{due}}.',
      UPHELD: 'The registrar has annulled this registration.',
      REJECTED:
        'The registrar decided not to annul it. You may ask for administrative reconsideration or go to court.',
    },
    inquiryNumber: 'Number of the inquiry: {{id}}',
    not: {
      ANNULLED: 'The registration is annulled; there is nothing left to deny.',
      HANDED_OVER:
        'It was handed over to another registrar: say it there, or of the new application that it became.',
      OVER: 'It is over and was not registered; it has no effect on you, and there is nothing left to deny.',
    },
    print: 'Print, or save as PDF',
  },
};
