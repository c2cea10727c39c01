/** The part of asl-validator 4 that the tests use; it brings no types. */
declare module 'asl-validator' {
  interface Fault {
    readonly 'Error code': string;
    readonly Message: string;
  }
  const validate: (
    definition: unknown,
    options?: { readonly checkArn?: boolean; readonly checkPaths?: boolean },
  ) => { readonly isValid: boolean; readonly errors: readonly Fault[] };
  export = validate;
}
