import * as z from 'zod';
import { BUSINESS_TYPES } from '../registrar/registrars.ts';
import type { RouteTable } from './route.ts';

const audiences = [] as const;

/** A registrar of Guangzhou that is in force today. */
const RegistrarView = z.strictObject({
  /** GB/T 2260: how a form and every list name it */
  division: z.string(),
  name: z.string(),
  /** types of business that it registers */
  types: z.array(z.enum(BUSINESS_TYPES)).readonly(),
  /** 确认制: what is promised is not checked before */
  confirmation: z.boolean(),
});

const HostOfferView = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** the address approved for custody, to the room */
  address: z.string(),
  /** about how many places nobody holds; the pre-check tells whether there is one now */
  free: z.int().min(0),
});

/** Where one may apply, and at whose address; for anybody. */
export const REGISTRAR_ROUTES = {
  listRegistrars: {
    method: 'GET',
    path: '/v1/registrars',
    audiences,
    summary: {
      zh: '广州市各登记机关及其登记的主体类型。',
      en: 'Registrars of Guangzhou in force today, and the types that they register.',
    },
    answers: { 200: z.strictObject({ registrars: z.array(RegistrarView) }) },
  },
  listHosts: {
    method: 'GET',
    path: '/v1/hosts',
    audiences,
    summary: {
      zh: '某登记机关辖区内可以接收托管的托管机构；空余位置数仅供参考。',
      en: 'Hosts of a registrar’s district that may take tenants; `free` is advisory.',
    },
    query: z.object({
      registrar: z.string().regex(/^\d{6}$/),
      limit: z.coerce.number().int().min(1).max(20).default(20),
      cursor: z
        .string()
        .regex(/^H-\d{4}$/)
        .optional(),
    }),
    answers: { 200: z.strictObject({ hosts: z.array(HostOfferView) }) },
  },
} as const satisfies RouteTable;
