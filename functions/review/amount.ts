/** An amount that can be subscribed: whole fen, above nothing, exact in a double. */
export const isAmount = (fen: number): boolean => Number.isSafeInteger(fen) && fen > 0;

/** Yuan with two digits, for texts. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
