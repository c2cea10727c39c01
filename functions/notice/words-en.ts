import type { LegalDate } from '../shared/calendar.ts';
import type { Matter } from './matter.ts';
import type { About, Said, Words } from './words.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const date = (on: LegalDate): string => {
  const [year, month = 1, day] = on.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};

const term = ({ until, provisional }: { until: LegalDate; provisional: boolean }): string =>
  provisional
    ? `${date(until)} (provisional: that year’s holidays are not published yet)`
    : date(until);

const PERSON =
  'This was found by the system alone. You may ask for review by an official (Personal Information Protection Law, art. 24).';

const remedies = (district: string | undefined): string[] => [
  `You may apply for administrative reconsideration to ${district ? `广州市${district}人民政府` : 'the competent authority'} within 60 days of receiving this notice (行政复议法).`,
  'You may also bring a suit before the people’s court within six months of receiving it (行政诉讼法).',
];

function say(
  matter: Matter,
  { registrar, district, business, received, documentHash }: About,
): Said {
  const subject = business
    ? `the application to establish “${business}”`
    : 'your application to establish a business';
  const on = received ? `, submitted on ${date(received)}` : '';
  switch (matter.kind) {
    case 'RECEIPT':
      return {
        title: 'Receipt of application materials',
        body: [
          `${registrar} has received ${subject}${on}. The materials are listed below.`,
          `Digest of the signed document (SHA-256): ${documentHash}.`,
          `What is complete and in legal form is registered on the spot; otherwise it is decided by ${term(matter.term)} (实施细则 art. 18).`,
        ],
      };
    case 'CORRECTIONS':
      return {
        title: 'List of corrections, told at once',
        body: [
          `${registrar} has reviewed ${subject}${on}. The materials are incomplete or not in legal form; they are returned, with everything that needs correction told at once (条例 art. 19, 实施细则 art. 18).`,
          ...(matter.reason ? [`The official’s words: ${matter.reason}`] : []),
          `What is submitted again after correction has a new term.${matter.lapses ? ` Without correction by ${date(matter.lapses)}, the application lapses.` : ''}`,
        ],
        rights: matter.reason === undefined ? [PERSON] : [],
      };
    case 'EXTENSION':
      return {
        title: 'Extension of the term',
        body: [
          `The case of ${subject}${on} is complex. The head of the registrar has extended the term by three working days, to ${term(matter.term)} (实施细则 art. 18).`,
          `Reason: ${matter.reason}`,
        ],
      };
    case 'REGISTRATION':
      return matter.basis === 'CONFIRMED'
        ? {
            title: 'Notice of registration by confirmation',
            body: [
              `After formal review, the materials of ${subject}${on} are complete and in legal form. ${registrar} confirms the facts that the applicant declared and promised, and publishes them.`,
              `Unified social credit code: ${matter.uscc}.`,
              'The applicant answers for the truth and lawfulness of what was declared. A later check is no second decision on this application.',
            ],
          }
        : {
            title: 'Notice of registration',
            body: [
              `After review, the materials of ${subject}${on} are complete and in legal form, and it is registered.`,
              `Unified social credit code: ${matter.uscc}.`,
            ],
          };
    case 'REFUSAL':
      return {
        title: 'Notice of refusal to register',
        body: [
          `After review, ${subject}${on} does not accord with the law and is not registered (条例 art. 20, 实施细则 art. 19).`,
          `Reason: ${matter.reason}`,
        ],
        rights: remedies(district),
      };
    case 'TRANSFER':
      return {
        title: 'Notice of transfer',
        body: [
          `${registrar} has no jurisdiction over ${subject}${on}. It is handed over to ${matter.to} with all materials and signatures; nothing need be sent again.`,
          `Reason: ${matter.reason}`,
        ],
      };
    case 'WITHDRAWAL':
      return {
        title: 'Notice of withdrawal',
        body: [
          `${WITHDRAWN[matter.because]}, ${subject}${on} is withdrawn. The name and place held for it are free; one may apply again.`,
        ],
      };
    case 'LAPSE':
      return {
        title: 'Notice of lapse',
        body: [
          `The time for ${subject} is over: it was ${LAPSED[matter.from]}. It has lapsed; the name and place held for it are free, and one may apply again.`,
        ],
      };
    case 'REMINDER':
      return {
        title: 'Reminder to sign',
        body: [
          `Not everybody who has to has signed ${subject}. It lapses unless all have signed by ${date(matter.lapses)}.`,
        ],
      };
    case 'CORRECTION_ORDER':
      return {
        title: 'Order to correct within a term',
        body: [
          `${registrar} has checked ${business ? `“${business}”` : 'the business'} (unified social credit code ${matter.uscc}) after its registration and found: ${matter.found}`,
          `Correct it by ${date(matter.correctBy)}; otherwise the law takes its course. The registration stands until it is changed or annulled by law.`,
        ],
        rights: remedies(district),
      };
    case 'DENIAL':
      return {
        title: 'Notice of a person’s objection',
        body: [
          `A person named in ${subject}${on} states to have nothing to do with it. Nothing is registered before an official has looked into it.`,
        ],
      };
  }
}

const WITHDRAWN = {
  ASKED: 'As the applicant asked',
  MANDATE_ENDED: 'As the client ended the mandate',
  CLIENT_CHOSE_ANOTHER: 'As the client chose another to act',
} as const;

const LAPSED = {
  DRAFT: 'never submitted',
  SIGNING: 'not signed by everybody',
  RETURNED: 'not corrected',
} as const;

export const EN: Words = {
  date,
  addressee: (business) => business ?? 'The applicant (a business without a trade name)',
  say,
  materials: {
    APPLICATION: 'Application for registration',
    CHARTER: 'Charter, signed by the shareholders',
    MANDATE: 'Mandate of the agent',
    CUSTODY: 'Custody agreement with the host',
    PROMISES: 'Promises',
    CONSENT: 'Consents to posts and parts',
    PREMISES_PROOF: 'Proof of the use of the premises',
    LICENCES: 'E-licences of corporate shareholders',
  },
  finding: { place: 'Where', requires: 'Required', mend: 'To mend', basis: 'Basis' },
  confirmed: {
    declared: 'Declared by the applicant, who answers for the truth',
    checked: 'Checked by the registrar',
    promised: 'Promises signed, by the text of',
  },
  remark: 'This is a translation. The text in simplified Chinese counts.',
  personal: {
    title: 'Personal data',
    remark:
      'This page carries personal data. It is kept apart and neither published nor passed on with the notice.',
    name: 'Name',
    roles: 'Posts or parts',
    document: 'Document',
    number: 'Number',
    residence: 'Residence',
    phone: 'Telephone',
  },
  page: {
    number: 'Number',
    application: 'Application',
    rights: 'Remedies',
    verify: 'This notice is signed (ES256) and can be verified at the register:',
    served: 'Served',
  },
};
