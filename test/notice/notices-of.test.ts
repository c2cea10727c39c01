import { describe, expect, it } from 'vitest';
import { denialPart } from '#functions/application/denial.ts';
import { noticesOf } from '#functions/notice/notices-of.ts';
import { aForm } from '#test/builders/a-form.ts';
import { aCase, aDecision, aDossier, clock, MISSING, noonOf, type Step } from './a-dossier.ts';

const noticesAfter = async (...said: Parameters<typeof aDossier>) =>
  noticesOf(await aDossier(...said), clock);
const kindsOf = (notices: Awaited<ReturnType<typeof noticesAfter>>) =>
  notices.map(({ matter }) => matter.kind);

const DECIDED = { by: 'official-1', at: noonOf('2026-11-24'), effectiveAt: noonOf('2026-11-24') };

describe('the notices of an application', () => {
  it.each<[string, Step[], string[]]>([
    ['draft', [['DRAFT', '2026-11-23']], []],
    [
      'withdrawn while it is signed',
      [
        ['DRAFT', '2026-11-23'],
        ['SIGNING', '2026-11-23'],
        ['WITHDRAWN', '2026-11-24'],
      ],
      ['WITHDRAWAL'],
    ],
    [
      'never signed by all',
      [
        ['SIGNING', '2026-11-23'],
        ['LAPSED', '2026-12-23'],
      ],
      ['LAPSE'],
    ],
    [
      'returned, corrected and registered',
      [
        ['SUBMITTED', '2026-11-23'],
        ['RETURNED', '2026-11-23'],
        ['DRAFT', '2026-11-24', 2],
        ['SIGNING', '2026-11-24', 2],
        ['SUBMITTED', '2026-11-24', 2],
        ['REGISTERED', '2026-11-24', 2],
      ],
      ['RECEIPT', 'CORRECTIONS', 'RECEIPT', 'REGISTRATION'],
    ],
    [
      'refused by an official',
      [
        ['SUBMITTED', '2026-11-23'],
        ['REFERRED', '2026-11-23'],
        ['REFUSED', '2026-11-24'],
      ],
      ['RECEIPT', 'REFUSAL'],
    ],
    [
      'handed over',
      [
        ['SUBMITTED', '2026-11-23'],
        ['REFERRED', '2026-11-23'],
        ['HANDED_OVER', '2026-11-24'],
      ],
      ['RECEIPT', 'TRANSFER'],
    ],
  ])('that was %s', async (_, steps, kinds) => {
    const head = steps.at(-1)?.[0] === 'REGISTERED' ? { uscc: '91440115MA0000001X' } : {};
    expect(kindsOf(await noticesAfter(steps, { head }))).toEqual(kinds);
  });

  it('have a number and a place each of their own, without anybody counting', async () => {
    const notices = await noticesAfter([
      ['SUBMITTED', '2026-11-23'],
      ['RETURNED', '2026-11-23'],
      ['DRAFT', '2027-01-05', 2],
      ['SUBMITTED', '2027-01-05', 2],
    ]);
    expect(notices.map(({ number, name }) => [number, name])).toEqual([
      ['440115-2026-RECEIPT-01KARZ3QB0ZZZZZZZZZZZZZZZZ-1', '000001-RECEIPT'],
      ['440115-2026-CORRECTIONS-01KARZ3QB0ZZZZZZZZZZZZZZZZ-2', '000002-CORRECTIONS'],
      ['440115-2027-RECEIPT-01KARZ3QB0ZZZZZZZZZZZZZZZZ-4', '000004-RECEIPT'],
    ]);
  });

  it('are no registrar’s where the form names none that exists', async () => {
    const form = aForm({ registrar: '110101' });
    const [receipt] = await noticesAfter([['SUBMITTED', '2026-11-23']], { form });
    expect(receipt).not.toHaveProperty('registrar');
    expect(receipt?.number).toMatch(/^000000-2026-RECEIPT-/);
  });
});

describe('a receipt', () => {
  it('lists what was received, and the third working day after it', async () => {
    const [receipt] = await noticesAfter([['SUBMITTED', '2026-11-27']]);
    expect(receipt?.matter).toEqual({
      kind: 'RECEIPT',
      materials: ['APPLICATION', 'CHARTER', 'PROMISES', 'CONSENT', 'PREMISES_PROOF'],
      term: { until: '2026-12-02', provisional: false },
    });
  });

  it('says so where the day lies past the published holidays', async () => {
    const [receipt] = await noticesAfter([['SUBMITTED', '2026-12-30']]);
    expect(receipt?.matter).toMatchObject({ term: { until: '2027-01-05', provisional: true } });
  });

  it('has a promise in place of the proof of the address', async () => {
    const form = aForm({
      premises: { kind: 'OWN', address: '广州市南沙区望潮街12号305房', proof: 'PROMISE' },
      promises: { address: true, version: '2026-05' },
    });
    const [receipt] = await noticesAfter([['SUBMITTED', '2026-11-23']], { form });
    expect(receipt?.matter).toMatchObject({
      materials: ['APPLICATION', 'CHARTER', 'PROMISES', 'CONSENT'],
    });
  });
});

describe('a list of corrections', () => {
  const returned: Step[] = [
    ['SUBMITTED', '2026-11-23'],
    ['RETURNED', '2026-11-23'],
  ];
  it('of the machine has every finding but warnings, and the day on which it lapses', async () => {
    const warning = { ...MISSING, consequence: 'WARN' } as const;
    const parts = aDecision('RETURN', MISSING, warning);
    const [, corrections] = await noticesAfter(returned, { parts });
    expect(corrections?.matter).toEqual({
      kind: 'CORRECTIONS',
      findings: [MISSING],
      lapses: '2026-12-23',
    });
  });

  it('of an official has his words too', async () => {
    const parts = {
      ...aDecision('REFER', MISSING),
      ...aCase({ state: 'CLOSED', decision: { ...DECIDED, outcome: 'RETURN', reason: '请更名' } }),
    };
    const notices = await noticesAfter(
      [
        ['SUBMITTED', '2026-11-23'],
        ['RETURNED', '2026-11-23'],
        ['REFERRED', '2026-11-24'],
        ['RETURNED', '2026-11-25'],
      ],
      { parts },
    );
    expect(kindsOf(notices)).toEqual(['RECEIPT', 'CORRECTIONS', 'CORRECTIONS']);
    expect(notices[1]?.matter).not.toHaveProperty('reason');
    expect(notices[2]?.matter).toMatchObject({ reason: '请更名' });
  });
});

describe('while an official has it', () => {
  const referred: Step[] = [
    ['SUBMITTED', '2026-11-23'],
    ['REFERRED', '2026-11-23'],
  ];
  it('an extension is told with the reason and the new day', async () => {
    const extension = { by: 'head-1', at: noonOf('2026-11-25'), reason: '情况复杂' };
    const [, extended] = await noticesAfter(referred, { parts: aCase({ extension }) });
    expect(extended).toMatchObject({
      at: extension.at,
      name: '000002-EXTENSION',
      matter: { reason: '情况复杂', term: { until: '2026-12-01', provisional: false } },
    });
  });

  it('the extension counts from when a person was asked for', async () => {
    const extension = { by: 'head-1', at: noonOf('2026-11-27'), reason: '情况复杂' };
    const asked: Step[] = [
      ['SUBMITTED', '2026-11-23'],
      ['RETURNED', '2026-11-23'],
      ['REFERRED', '2026-11-26'],
    ];
    const notices = await noticesAfter(asked, { parts: aCase({ reason: 'ASKED', extension }) });
    expect(notices.at(-1)?.matter).toMatchObject({ term: { until: '2026-12-04' } });
  });

  it('each denial of a person named is told after what it met', async () => {
    const denial = (person: string, day: string) => ({
      [denialPart(person)]: { schemaVersion: 1, person, at: noonOf(day), assertion: 'jwt' },
    });
    const parts = { ...denial('p2', '2026-11-25'), ...denial('p1', '2026-11-24') };
    const notices = await noticesAfter(referred, { parts });
    expect(notices.map(({ name, at }) => [name, at])).toEqual([
      ['000001-RECEIPT', noonOf('2026-11-23')],
      ['000002-DENIAL-1', noonOf('2026-11-24')],
      ['000002-DENIAL-2', noonOf('2026-11-25')],
    ]);
  });

  it('a hand-over names the registrar that it goes to', async () => {
    const decision = {
      ...DECIDED,
      outcome: 'HAND_OVER',
      reason: '住所在天河区',
      to: '440106',
    } as const;
    const parts = aCase({ state: 'CLOSED', decision });
    const notices = await noticesAfter([...referred, ['HANDED_OVER', '2026-11-24']], { parts });
    expect(notices.at(-1)?.matter).toEqual({
      kind: 'TRANSFER',
      to: '广州市天河区市场监督管理局',
      reason: '住所在天河区',
    });
  });
});

describe('a registration', () => {
  const steps: Step[] = [
    ['SUBMITTED', '2026-11-23'],
    ['REGISTERED', '2026-11-23'],
  ];
  const head = { uscc: '91440115MA0000001X' };
  it('is a confirmation at 南沙 and an approval elsewhere', async () => {
    const [, there] = await noticesAfter(steps, { head });
    expect(there?.matter).toEqual({ kind: 'REGISTRATION', basis: 'CONFIRMED', ...head });
    const elsewhere = await noticesAfter(steps, { head, form: aForm({ registrar: '440106' }) });
    expect(elsewhere[1]?.matter).toMatchObject({ basis: 'APPROVED' });
  });
});

describe('a check after the event', () => {
  it('is told where it orders a correction, after the registration', async () => {
    const head = { uscc: '91440115MA0000001X' };
    const check = {
      schemaVersion: 1,
      uscc: head.uscc,
      class: 'MEDIUM',
      due: '2027-02-23',
      by: 'official-1',
    } as const;
    const order = { result: 'CORRECTION', found: '门牌号有误。', correctBy: '2026-12-31' } as const;
    const checks = [
      { ...check, number: 1, finding: order, at: noonOf('2026-12-01') },
      {
        ...check,
        number: 2,
        finding: { result: 'IN_ORDER', found: '已更正。' } as const,
        at: noonOf('2026-12-31'),
      },
    ];
    const notices = await noticesAfter(
      [
        ['SUBMITTED', '2026-11-23'],
        ['REGISTERED', '2026-11-23'],
      ],
      { head, checks },
    );
    expect(kindsOf(notices)).toEqual(['RECEIPT', 'REGISTRATION', 'CORRECTION_ORDER']);
    expect(notices[2]).toMatchObject({
      name: '000002-CORRECTION_ORDER-1',
      at: noonOf('2026-12-01'),
      matter: { found: '门牌号有误。', correctBy: '2026-12-31' },
    });
  });
});

describe('a reminder to sign', () => {
  const signing: Step[] = [['SIGNING', '2026-11-23']];
  it('is the last one, while it still waits', async () => {
    const head = {
      reminders: 2,
      remindedAt: noonOf('2026-11-30'),
      signingSince: noonOf('2026-11-23'),
    };
    const [reminder] = await noticesAfter(signing, { head });
    expect(reminder).toMatchObject({
      name: '000001-REMINDER-2',
      at: head.remindedAt,
      matter: { lapses: '2026-12-23' },
    });
    const ended = await noticesAfter([...signing, ['WITHDRAWN', '2026-12-01']], { head });
    expect(kindsOf(ended)).toEqual(['WITHDRAWAL']);
  });
});

it('a withdrawal by the client tells the sender that it was not he who asked', async () => {
  const path = [
    ['SUBMITTED', '2026-11-23'],
    ['WITHDRAWN', '2026-11-24'],
  ] as const;
  const because = async (head: object) =>
    (await noticesAfter([...path], { head })).map(({ matter }) => matter).slice(1);
  const ended = { withdrawnBecause: 'MANDATE_ENDED' };
  expect(await because(ended)).toEqual([{ kind: 'WITHDRAWAL', because: 'MANDATE_ENDED' }]);
  expect(await because({})).toEqual([{ kind: 'WITHDRAWAL', because: 'ASKED' }]);
});
