/** What is sold or done, as far as the duty to register asks; several at once are possible. */
export const TRADES = [
  /** 自产农副产品 */
  'OWN_FARM_PRODUCE',
  /** 家庭手工业产品 */
  'HOME_HANDICRAFT',
  /** 便民劳务: cleaning, washing, mending, hairdressing, moving, keys, drains, repairs */
  'CONVENIENCE_LABOUR',
  /** other goods, bought or made */
  'OTHER_GOODS',
  'OTHER_SERVICES',
] as const;
