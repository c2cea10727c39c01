import { Logger } from '@aws-lambda-powertools/logger';

/** Fixed messages, everything variable in a field: ids and outcomes only. */
export const logger = new Logger({ serviceName: 'market-entry' });
