import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServiceFault } from './fault.ts';

export type ServiceHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

/**
 * A service whose requests meet their faults.
 *
 * @param actionOf what is asked, of a service of which the address tells it
 */
export const faulty =
  (
    handler: ServiceHandler,
    faultOf: (action: string) => ServiceFault | undefined,
    actionOf?: (url: string) => string,
  ): ServiceHandler =>
  (request, response) => {
    const { headers, method, url = '' } = request;
    const action = String(headers['x-amz-target'] ?? actionOf?.(url) ?? method).replace(
      /^.*\./,
      '',
    );
    // else Node tells its own time, by which clients correct the clock that leaps
    response.setHeader('date', new Date().toUTCString());
    const fault = faultOf(action);
    return fault ? broken(fault, handler, request, response) : handler(request, response);
  };

/** The connection breaks before the service acts, or when it would answer. */
function broken(
  fault: ServiceFault,
  handler: ServiceHandler,
  request: IncomingMessage,
  response: ServerResponse,
): unknown {
  const cut = (): ServerResponse => {
    request.socket.destroy();
    return response;
  };
  if (fault !== 'LOST_ANSWER') return cut();
  response.write = () => true;
  response.end = cut;
  return handler(request, response);
}
