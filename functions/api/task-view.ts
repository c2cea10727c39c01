import * as z from 'zod';
import { TASK_KINDS, type Task } from '../scope/tasks-after.ts';
import { inTongue, type Language, remarkIn } from '../shared/language.ts';

/** What must be got before trading. */
export const TaskView = z.strictObject({
  kind: z.enum(TASK_KINDS),
  /** wordings that want it */
  items: z.array(z.string()).readonly(),
  what: z.string(),
  authority: z.string(),
  /** what may not begin without it */
  before: z.string(),
  basis: z.strictObject({ law: z.string(), article: z.string().optional() }),
  /** FILING: captured with the form already */
  declared: z
    .array(
      z.strictObject({
        item: z.string(),
        channels: z.array(z.string()).optional(),
        products: z.string().optional(),
        storedAt: z.string().optional(),
      }),
    )
    .readonly()
    .optional(),
  /** in traditional Chinese: that the simplified text counts */
  remark: z.string().exactOptional(),
});
type TaskView = z.infer<typeof TaskView>;

/** Tasks in the reader's language. */
export const taskViews = (tasks: readonly Task[], language: Language): TaskView[] => {
  const said = inTongue(language);
  return tasks.map(({ what, authority, before, declared, ...task }) => ({
    ...task,
    ...{ what: said(what), authority: said(authority), before: said(before) },
    ...(declared && { declared }),
    ...remarkIn(language),
  }));
};
