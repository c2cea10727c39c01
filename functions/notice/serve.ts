import { legalDateOf } from '../shared/days.ts';
import { digestOf } from '../shared/digest.ts';
import type { KeptNotice, NoticeHead, NoticeLanguage, NoticeText } from './notice.ts';
import { type Sealing, sealed } from './notice-seal.ts';
import { noticeText, type RenderFinding, registrarNameOf } from './notice-text.ts';
import type { DueNotice } from './notices-of.ts';
import { personalDigest, personalPageOf } from './personal-page.ts';

export interface ServePorts extends Omit<Sealing, 'now'> {
  kept(applicationId: string, name: string): Promise<KeptNotice | undefined>;
  keep(name: string, notice: KeptNotice): Promise<'KEPT' | 'THERE'>;
  readonly render: RenderFinding;
  newSalt(): string;
  now(): number;
}

/** Who reads a notice. */
export type Reader = Pick<KeptNotice['served'], 'to' | 'by'>;

/**
 * The notice as it was served. Whoever reads it first has it written, signed and kept, and is whom
 * it was served on; from then on it stays as it is, whatever becomes of texts and rules.
 */
export async function serve(
  ports: ServePorts,
  applicationId: string,
  due: DueNotice,
  { to, by }: Reader,
): Promise<KeptNotice> {
  const there = await ports.kept(applicationId, due.name);
  if (there) return there;
  const now = ports.now();
  const salt = ports.newSalt();
  const texts = textsOf(due, applicationId, ports.render);
  const head = await headOf(due, applicationId, texts, salt);
  const notice: KeptNotice = {
    schemaVersion: 1,
    head,
    texts,
    salt,
    ...(due.sent.submittedAt === undefined && { personal: personalPageOf(due.sent.form) }),
    jws: await sealed(head, { ...ports, now }),
    served: { at: new Date(now).toISOString(), to, by },
  };
  if ((await ports.keep(due.name, notice)) === 'KEPT') return notice;
  return (await ports.kept(applicationId, due.name)) ?? notice;
}

type Texts = KeptNotice['texts'];

const textsOf = (due: DueNotice, applicationId: string, render: RenderFinding): Texts => {
  const text = (language: NoticeLanguage): NoticeText =>
    noticeText(due, applicationId, language, render);
  return { 'zh-Hans': text('zh-Hans'), 'zh-Hant': text('zh-Hant'), en: text('en') };
};

/** Where no registrar is known that the form could mean: nobody's seal. */
const NO_SEAL = '';

async function headOf(
  due: DueNotice,
  applicationId: string,
  texts: Texts,
  salt: string,
): Promise<NoticeHead> {
  const { number, matter, attempt, registrar, at, sent } = due;
  const [hans, hant, en, personal] = await Promise.all([
    digestOf(texts['zh-Hans']),
    digestOf(texts['zh-Hant']),
    digestOf(texts.en),
    personalDigest(personalPageOf(sent.form), salt),
  ]);
  return {
    number,
    kind: matter.kind,
    applicationId,
    attempt,
    registrar: {
      division: number.slice(0, 6),
      name: registrarNameOf(due),
      seal: registrar?.seal.name ?? NO_SEAL,
    },
    date: legalDateOf(at),
    texts: { 'zh-Hans': hans, 'zh-Hant': hant, en },
    personal,
  };
}
