import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServiceFault } from './fault.ts';

export type ServiceHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A service whose requests meet their faults. */
export const faulty =
  (
    handler: ServiceHandler,
    faultOf: (action: string) => ServiceFault | undefined,
  ): ServiceHandler =>
  (request, response) => {
    const action = String(request.headers['x-amz-target'] ?? request.method).replace(/^.*\./, '');
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
  if (fault === 'LOST_BEFORE') return cut();
  response.write = () => true;
  response.end = cut;
  return handler(request, response);
}
