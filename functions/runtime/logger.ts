/** Ids, outcomes and names of failures: nothing that tells of a person. */
type Fields = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const line = (level: string, message: string, fields: Fields): string =>
  JSON.stringify({
    level,
    message,
    at: new Date().toISOString(),
    function: process.env.AWS_LAMBDA_FUNCTION_NAME,
    ...fields,
  });

/** One JSON line: a fixed message, everything variable in a field. */
export const logger = {
  info: (message: string, fields: Fields) => console.info(line('INFO', message, fields)),
  error: (message: string, fields: Fields) => console.error(line('ERROR', message, fields)),
};
