/**
 * Whether a name is written in Chinese characters only (企业名称登记管理规定 art. 5), beside the
 * full-width brackets and the middle dot. Any unified ideograph passes: the table of 8,105 standard
 * ones (通用规范汉字表) is not consulted, so traditional forms pass.
 */
export const isStandardChinese = (text: string): boolean =>
  /^[\p{Unified_Ideograph}（）·]+$/u.test(text);
