import * as z from 'zod';
import type { ApplicationForm } from '../application/form.ts';
import type { ScopeItem } from './chosen-scope.ts';
import file from './permits.json' with { type: 'json' };

const Text = z.strictObject({ zh: z.string(), en: z.string() });

/** PERMIT 许可 and FILING 备案 come after the business licence; APPROVAL 前置审批 comes before it. */
export const TASK_KINDS = ['PERMIT', 'FILING', 'APPROVAL'] as const;

const Permit = z.strictObject({
  /** as items of the catalogue name it */
  permit: z.string(),
  kind: z.enum(TASK_KINDS),
  what: Text,
  authority: Text,
  /** what may not begin without it */
  before: Text,
  basis: z.strictObject({ law: z.string(), article: z.string().exactOptional() }),
  /** whether the law was read; [M] otherwise */
  checked: z.boolean(),
  /** whoever gets that permit anyway needs no filing of its own; [M] */
  coveredBy: z.string().exactOptional(),
});
type Permit = z.infer<typeof Permit>;

/** Every permit, filing and approval that an item of the catalogue names. */
export const PERMITS: readonly Permit[] = z
  .object({ permits: z.array(Permit) })
  .parse(file).permits;

type Filing = NonNullable<ApplicationForm['filings']>[number];
type Followed = Pick<ScopeItem, 'wording' | 'kind' | 'permit'>;

/** One thing to be got before trading; several items that want the same are one task. */
export interface Task extends Pick<Permit, 'kind' | 'what' | 'authority' | 'before' | 'basis'> {
  /** wordings that want it, in the order of the scope */
  readonly items: readonly string[];
  /** FILING: what the form has captured for it already */
  readonly declared?: readonly Filing[];
}

const byName = new Map(PERMITS.map((it) => [it.permit, it]));

/** Where the catalogue does not say which permit or filing. */
const UNTOLD: Readonly<Record<'filing' | 'licensed', Permit>> = {
  filing: untold('FILING', '备案', 'filing'),
  licensed: untold('PERMIT', '许可', 'permit'),
};

function untold(kind: Permit['kind'], zh: string, en: string): Permit {
  return {
    permit: kind,
    kind,
    what: { zh: `主管部门${zh}`, en: `${en} of the department in charge` },
    authority: { zh: '主管部门', en: 'department in charge' },
    before: { zh: '开展该项经营活动', en: 'trading in it' },
    basis: { law: '优化营商环境条例', article: '19' },
    checked: true,
  };
}

/**
 * What a scope leaves to be done (证照联办的后续事项): each permit, filing and approval once, in the
 * order of the items that first want it. General items want nothing.
 *
 * @param filings what the form captured for items for filing; told with the task, never instead of it
 */
export function tasksAfter(
  items: readonly Followed[],
  filings: readonly Filing[] = [],
): readonly Task[] {
  const wanted = items.flatMap(({ wording, kind, permit }) =>
    kind === 'general' ? [] : [{ wording, permit: byName.get(permit ?? '') ?? UNTOLD[kind] }],
  );
  const names = new Set(wanted.map(({ permit }) => permit.permit));
  const got = ({ coveredBy }: Permit): Permit | undefined =>
    coveredBy !== undefined && names.has(coveredBy) ? byName.get(coveredBy) : undefined;

  const byPermit = Map.groupBy(wanted, ({ permit }) => got(permit) ?? permit);
  return [...byPermit].map(([{ kind, what, authority, before, basis }, some]) => {
    const wordings = some.map(({ wording }) => wording);
    const declared = filings.filter(({ item }) => wordings.includes(item.normalize('NFC').trim()));
    return {
      ...{ kind, what, authority, before, basis, items: wordings },
      ...(declared.length > 0 && { declared }),
    };
  });
}
