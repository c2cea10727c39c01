import type { Texts } from '../words.ts';

export const words: Texts['parties'] = {
  parties: {
    choose: 'Choose',
    money: {
      hint: 'In yuan (RMB).',
      otherwise: 'Enter an amount, for example 100000.',
    },
    unasked: {
      text: 'This was entered for another type of business and is not needed for this one: {{what}}. Remove it before you send.',
      and: ', ',
      remove: 'Remove it',
    },
    people: {
      lead: {
        alone:
          'Only those who really take part. If you trade alone, enter yourself and nobody else.',
        company:
          'Enter each person once and tick every post that the person holds. Shareholders who are people are entered here too.',
      },
      add: 'Add a person',
      nth: 'Person {{number}}',
      name: 'Name (as on the document)',
      document: 'Kind of document',
      number: 'Number of the document',
      validUntil: 'Document valid until',
      validUntilHint:
        'Year-month-day, for example 2036-05-01; leave it empty if it has no last day.',
      remove: 'Remove {{who}}',
      loses: 'Document, posts and contributions entered for {{who}} go with it.',
    },
    removal: {
      sure: 'Yes, remove',
      keep: 'Keep',
    },
    certification: {
      legend: 'Certification of the document',
      hint: 'An investor’s foreign passport must be certified. Not needed for anybody else.',
      kind: 'Way of certification',
      number: 'Number of the certificate',
      until: 'Certified until',
      untilHint: 'Leave it empty if it has no last day.',
    },
    posts: {
      legend: 'What this person does in the business',
      hint: 'Tick all that apply. Where there is “one only”, ticking takes the post from whoever had it.',
      single: '(one only)',
    },
    post: {
      legalRepresentative: 'Represents the company; a director or a manager.',
      directors: 'One, or a board of three or more.',
      managers: 'May be left out; a director may be manager.',
      supervisors: 'No director, manager or head of finance (Company Law art. 76).',
      financeHead: 'May be left out; no supervisor.',
      liaison:
        'The registrar reaches the business by this person’s telephone and e-mail; at least 18 years old.',
      owner: 'Invests, and is liable for all debts; a natural person.',
      operator: 'Head of the individual business; a Chinese citizen.',
      family: 'Runs it together with the operator; it is then registered as a family’s.',
    },
    contact: {
      residence: 'In Chinese, down to the door, for example 广州市天河区云岭路6号302房.',
      phone: 'Mobile number',
      more: 'Residence and contact (optional)',
    },
    organs: {
      title: 'How the company is run',
      supervision: 'How it is supervised',
      supervisionHint:
        'Small companies with few shareholders mostly have one supervisor or, if all shareholders agree, none.',
      NONE_BY_CONSENT: 'Tick no supervisor.',
      ONE: 'Tick one supervisor above.',
      BOARD: 'Tick three or more supervisors above.',
      AUDIT_COMMITTEE:
        'Made of members of the board: three directors or more, and no supervisor ticked.',
      charterHint:
        'A model published by the registrar, filled in from this form, and chosen by the number of directors.',
    },
    owners: {
      lead: 'The natural persons who finally own or control the company. A small company may promise instead that there is nothing to file.',
      notExempt:
        'With a capital above 10 million yuan, or a company among the shareholders, the beneficial owners are filed.',
      legend: 'Who the beneficial owners are',
      hint: 'Tick every natural shareholder of 25% or more; without the promise, at least one person.',
      share: 'Share of {{name}} (%)',
      shareHint: 'Leave it empty for an owner who controls without a share.',
      shareOtherwise: 'Enter a percentage, for example 40 or 33.3.',
    },
    capital: {
      none: 'An individual business declares no capital. Go on to the next step.',
      lead: {
        LIMITED_COMPANY:
          'What all shareholders subscribe together, to be paid within five years. Enter what you can really pay; more is not better.',
        SOLE_PROPRIETORSHIP:
          'The owner declares the contribution, and whether it comes from household property.',
      },
      amount: {
        LIMITED_COMPANY: 'Registered capital',
        SOLE_PROPRIETORSHIP: 'Declared contribution',
      },
      term: 'Leave it empty for no limit.',
      termOtherwise: 'Enter whole years, for example 20.',
      household: {
        legend: 'Contributed from',
        hint: 'What is contributed from household property makes the household liable for the debts (Sole Proprietorship Law art. 18).',
        false: 'Personal property',
        true: 'Household property',
      },
    },
    shares: {
      hint: 'One to fifty. A new shareholder begins with what nobody has subscribed yet; change it as you like.',
      nth: 'Shareholder {{number}}',
      person: 'Who it is',
      personHint: 'Somebody who is not in the list is added in the step “People” first.',
      amount: 'Subscribed amount',
      addPerson: 'Add a person',
      addCompany: 'Add a company',
      remove: 'Remove shareholder {{number}}',
      loses: 'The contribution and the electronic licence go with it.',
      sum: 'Subscribed: {{sum}}. It is compared with the capital once you have entered it.',
      EVEN: 'Subscribed: {{sum}}, as much as the capital.',
      LESS: 'Subscribed: {{sum}}, which is {{difference}} less than the capital.',
      MORE: 'Subscribed: {{sum}}, which is {{difference}} more than the capital.',
    },
    company: {
      file: 'The company’s electronic licence, as a file',
      fileHint:
        'The company downloads it and gives it to you. Name and code are filled in from it.',
      text: 'Or paste the electronic licence',
      textHint: 'Three parts of letters, and some “~”.',
      large: 'Too large: an electronic licence has at most 64 kB.',
      name: 'Name of the company',
    },
    address: {
      legend: 'Where you trade',
      kind: {
        OWN: 'In a shop or office of my own, or rented',
        HOME: 'At home',
        NETWORK: 'Only in a shop on a selling platform',
        CLUSTER: 'Nowhere yet: at the address of a host',
      },
      hint: {
        OWN: 'With title, lease or the owner’s consent.',
        HOME: 'The neighbours who are affected must all agree.',
        NETWORK: 'The shop itself is registered; for individual businesses only.',
        CLUSTER: 'Cluster registration: the host gives an address and receives legal documents.',
      },
      mayNot: 'not for this application',
      may: {
        YES: 'You may use it:',
        IF: 'You may use it on these conditions:',
        NO: 'With this type and scope you may not:',
      },
      label: {
        OWN: 'Full address',
        HOME: 'Address of the home',
        NETWORK: 'Address of the shop, or its platform and name',
      },
      example: {
        OWN: 'In Chinese: city, district, road, door and room, for example 广州市南沙区望潮街12号305房.',
        HOME: 'In Chinese: city, district, road, door and room, for example 广州市南沙区望潮街12号305房.',
        NETWORK: 'Separate several shops by semicolons. A domain of your own cannot be registered.',
      },
      residence: 'Use the operator’s residence: {{address}}',
      certificate: 'Have the platform’s certificate of the shop at hand: an official looks at it.',
      proof: 'What shows that you may use it',
      proofHint: {
        LEASE: 'It is rented.',
        TITLE: 'It is mine.',
        CONSENT: 'It is lent, with the owner’s consent.',
        PROMISE: 'Nothing to bring: you sign a promise in the step “Promises” and answer for it.',
      },
    },
    hosts: {
      legend: 'Choose a host',
      hint: 'Free places are about right; the check before sending tells for certain.',
      none: 'There is no host to choose in this registrar’s district now.',
      free: 'about {{free}} free places',
      full: 'no free place now',
      more: 'Show more',
      other: 'You have an agreement with another host?',
      number: 'Number of the host',
      numberHint: 'The host tells you, for example H-0001.',
    },
    custody: {
      hint: 'For a year at least, beginning today or before. Write dates as 2026-11-01.',
      service: 'The host agrees to receive legal documents',
      place: 'Number of the place (optional)',
      placeHint: 'Only if you agreed on one with the host; otherwise one is given to you.',
      placeOtherwise: 'Enter the number.',
    },
    promise: {
      lead: 'Read each of them, and tick those that you give. What is signed is the Chinese text (version {{version}}).',
      none: 'This application needs no promise.',
      anew: 'The texts have changed. Read and tick them again.',
      give: 'I have read this and promise it',
      PREMISES_PROOF: 'With this promise you bring no proof of the address.',
      BENEFICIAL_OWNERS: 'With this promise you file no beneficial owners.',
    },
    signs: {
      title: 'Who will sign',
      hint: 'Each signs once, by a link of his own, on his own phone.',
      byLicence: 'Signs the charter with the company’s electronic licence',
      APPLICATION: 'Application',
      CHARTER: 'Charter',
      CONSENT: 'Consent to take the post or part',
      MANDATE: 'Mandate',
      CUSTODY: 'Custody agreement',
      PROMISES: 'Promises',
    },
  },
};
