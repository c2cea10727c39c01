import type { CallFault } from './fault.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What a fault does to a call. */
interface Meeting {
  readonly time: VirtualTime;
  /** when the caller gives it up, ms since 1970 */
  readonly deadline: number;
  /** how the caller sees a failure that the service names, or a crash */
  fails(crashed: boolean): Error;
  /** kills the machines' process and starts it again */
  restart(): void;
}

/** Makes a call meet its fault. */
export async function met<T>(
  fault: CallFault | undefined,
  { time, deadline, fails, restart }: Meeting,
  call: () => Promise<T>,
): Promise<T> {
  switch (fault) {
    case undefined:
      return call();
    case 'FAILS':
      throw fails(false);
    case 'LOST_ANSWER':
      await call();
      throw fails(false);
    case 'CRASHES':
      await call();
      throw fails(true);
    case 'TWICE': {
      const [first] = await Promise.all([call(), call().catch(() => {})]);
      return first;
    }
    case 'SLOW':
      await new Promise<void>((resume) => time.at(deadline + 1000, resume));
      return call();
    case 'RESTART': {
      const acted = call();
      acted.catch(() => {});
      await new Promise((resolve) => setImmediate(resolve));
      restart();
      return acted;
    }
  }
}
