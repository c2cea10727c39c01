import * as z from 'zod';
import { LegalDate } from '../shared/calendar.ts';
import { LISTS, type List as Name } from './lists.ts';

const List = z.literal(Object.keys(LISTS).filter((it): it is Name => it in LISTS));

/** One entry of a list on one person, business or address; dates are legal dates, both included. */
export const ListEntry = z
  .object({
    /** the source's own number of it: entered again, it replaces what was */
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
    list: List,
    ground: z.string(),
    from: LegalDate,
    /** absent = until it is lifted, or as long as the law says */
    until: LegalDate.exactOptional(),
    /** the authority that keeps the list */
    source: z.string().min(1).max(100),
    /** FAVOURED: the official who looks after it (服务专员), by his token's subject */
    officer: z.string().min(1).max(100).exactOptional(),
  })
  .refine(({ list, ground }) => LISTS[list].some((it) => it === ground), 'no ground of this list');
export type ListEntry = z.infer<typeof ListEntry>;
