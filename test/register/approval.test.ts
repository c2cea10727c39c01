import { describe, expect, it } from 'vitest';
import { approvalOf } from '#functions/register/approval.ts';
import { aDatabase } from '#test/builders/a-database.ts';
import { applicationsIn } from '#test/builders/applications-in.ts';

const { approved, decided, sent, decidedByOfficial, referred } = applicationsIn(await aDatabase());
const FIRST = { applicationId: 'ap_01M82ZBDYEAMN8ZTTFCSH5X6YN', attempt: 1 };

describe('who approved an attempt', () => {
  it('is the automatic review', async () => {
    expect(approvalOf(await approved(), FIRST)).toEqual({ by: 'automatic review' });
  });

  it('is the official whose decision stands', async () => {
    expect(approvalOf(await decidedByOfficial('REGISTER'), FIRST)).toEqual({ by: 'official-1' });
  });

  it.each(['RETURN', 'REFUSE'] as const)('is nobody where he decided to %s', async (outcome) => {
    expect(approvalOf(await decidedByOfficial(outcome), FIRST)).toBeUndefined();
  });

  it('is nobody while nothing is decided, or only referred', async () => {
    expect(approvalOf(await sent(), FIRST)).toBeUndefined();
    expect(approvalOf(await decided(await sent(), 'REFER'), FIRST)).toBeUndefined();
    expect(approvalOf(await referred(), FIRST)).toBeUndefined();
  });

  it('is nobody where the second round said otherwise', async () => {
    const again = await decided(await approved(), 'RETURN', 2);
    expect(approvalOf(again, FIRST)).toBeUndefined();
  });

  it('is nobody for an attempt that has passed', async () => {
    expect(approvalOf(await approved(), { ...FIRST, attempt: 2 })).toBeUndefined();
  });

  it('is nobody once the application has ended', async () => {
    const { application, ...record } = await approved();
    const withdrawn = { ...record, application: { ...application, state: 'WITHDRAWN' as const } };
    expect(approvalOf(withdrawn, FIRST)).toBeUndefined();
  });
});
