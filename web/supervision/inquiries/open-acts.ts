import type { Output } from '../../api/routes.ts';

export type Inquiry = Output<'GET /v1/inquiries/{id}'>;
export type Act = Inquiry['acts'][number]['act'];

const ACTS: Readonly<Record<Inquiry['state'], readonly Act[]>> = {
  FILED: ['ACCEPT', 'DECLINE'],
  ACCEPTED: ['PROPOSE_ANNULMENT', 'REJECT', 'GIVE_NOTICE', 'EXTEND'],
  NOTICE: ['PROPOSE_ANNULMENT', 'REJECT', 'EXTEND'],
  PROPOSED: ['CONFIRM_ANNULMENT', 'DISAGREE'],
  DECLINED: [],
  UPHELD: [],
  REJECTED: [],
};

/** Who proposed the annulment that waits for another's word. */
export const proposerOf = ({ state, acts }: Inquiry): string | undefined =>
  state === 'PROPOSED' ? acts.findLast(({ act }) => act === 'PROPOSE_ANNULMENT')?.by : undefined;

interface Reader {
  readonly subject: string;
  readonly isSupervisor: boolean;
}

/**
 * What an official may do next: nobody says the second word on what he proposed, nothing is proposed
 * before a public notice is over, and the head extends once, in time. The API holds everybody to it.
 *
 * @param now milliseconds since the epoch
 */
export function openActs(inquiry: Inquiry, reader: Reader, now: number): Act[] {
  if (proposerOf(inquiry) === reader.subject) return [];
  const underNotice = inquiry.noticeUntil !== undefined && now < Date.parse(inquiry.noticeUntil);
  const mayExtend = reader.isSupervisor && !inquiry.extended && now < Date.parse(inquiry.due);
  return ACTS[inquiry.state].filter(
    (act) => (act !== 'PROPOSE_ANNULMENT' || !underNotice) && (act !== 'EXTEND' || mayExtend),
  );
}
