import * as z from 'zod';

/** How much of a list is wanted, and from where on; the `Link` header leads from page to page. */
export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(400).optional(),
});
