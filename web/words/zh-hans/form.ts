/** 简体中文：以此为准。 */
export const words = {};
