import type { Texts } from '../words.ts';

/** English; the simplified Chinese text counts. */
export const words: Texts['landing'] = {
  frame: {
    system: 'Guangzhou one-stop business registration',
    skip: 'Skip to the content',
    language: 'Language',
    nav: 'Main navigation',
    apply: 'Register',
    register: 'Search the register',
    verify: 'Verify a licence',
    applications: 'My applications',
    signOut: 'Sign out',
    counts: 'Where the languages differ, the simplified Chinese text counts.',
    statistics: 'Figures',
    namings: 'Who names me',
    agents: 'For agents',
    officials: 'For officials',
    api: 'API documentation',
    keys: 'Keys of our licences',
  },
  landing: {
    title: 'Into the market in one go',
    lead: 'Name, address, business scope, people and signatures are one application. What is in order is reviewed automatically and licensed at once; what is not is told completely, in one answer; what a machine cannot judge goes to an official.',
    apply: 'Register a business',
    applyText:
      'A shop of one person takes a few minutes on a phone; what is not finished waits for you.',
    doTitle: 'What you can do here',
    trackTitle: 'Follow my applications',
    trackText:
      'Where it is, whose turn it is, how long it may take; findings, notices and the licence.',
    searchTitle: 'Search the register',
    searchText:
      'Registered businesses by name, by its distinctive part, or by the unified social credit code.',
    verifyTitle: 'Verify a business licence',
    verifyText:
      'By its number, its file or the QR code on it: whether a licence is genuine and in force.',
    signTitle: 'Did you get a link to sign?',
    signText:
      'Open the link that was sent to you. The page first says in plain words what you sign, then shows every paper; one face check signs it, and you may refuse.',
    stepsTitle: 'How it goes',
    steps: {
      one: 'Fill in: one application has it all; you, your agent or your platform sends it.',
      two: 'Sign: each party reads the papers by a link of its own and proves who it is.',
      three: 'Review: published rules are checked one by one; only an official can refuse.',
      four: 'Licence: registration and the electronic licence take effect together, and anybody can verify it.',
    },
    agents: 'Agents and platforms send whole batches by the API.',
  },
  common: {
    loading: 'Reading…',
    retry: 'Try again',
    yes: 'Yes',
    no: 'No',
    none: 'None',
    checkedAt: 'Checked: {{at}}',
    notFoundTitle: 'There is no such page',
    notFoundText: 'The address may be incomplete, or the page has moved.',
    home: 'To the first page',
  },
  failure: {
    OFFLINE:
      'The connection was lost and no answer came. What you entered is still here; try again when you are online. Sending twice does nothing twice.',
    SIGNED_OUT:
      'Your session is over. Sign in again and you come back to this page; nothing is lost.',
    UNKNOWN: 'The system did not answer as it should. Try again later.',
    quote: 'If you ask us about it, quote: {{instance}}',
    page: 'The page did not load completely; the connection may be lost. Load it again.',
    reload: 'Load again',
  },
};
