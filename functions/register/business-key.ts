/** Where a business stands in the register, and its licence beside it. */
export const businessKey = (uscc: string) => ({ pk: `USCC#${uscc}`, sk: 'BUSINESS' });
export const licenceKey = (uscc: string) => ({ pk: `USCC#${uscc}`, sk: 'LICENCE' });
