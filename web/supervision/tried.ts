import { useState } from 'react';

/** So that whoever sends something unfinished is led to what is missing. */
const toFirstWrong = () =>
  document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();

/** Whether it was tried to send what is not whole. */
export function useTried() {
  const [isTried, setTried] = useState(false);
  return {
    isTried,
    /** notes the try, and tells whether it may be sent */
    maySend: (isWhole: boolean): boolean => {
      setTried(!isWhole);
      if (!isWhole) requestAnimationFrame(toFirstWrong);
      return isWhole;
    },
  };
}
