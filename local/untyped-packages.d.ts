/** The part of oidc-provider 9 that `oidc.ts` uses. Neither package here brings its types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface ResourceServer {
    audience: string;
    scope: string;
    accessTokenTTL: number;
    accessTokenFormat: 'jwt';
    jwt: { sign: { alg: 'RS256' } };
  }

  export interface Client {
    clientId: string;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  export interface GrantContext {
    oidc: {
      client: Client;
      params: Readonly<Record<string, string | undefined>>;
      session?: { accountId?: string };
    };
    body: unknown;
  }

  export interface Token {
    resourceServer?: ResourceServer;
    accountId?: string;
    clientId?: string;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    readonly AccessToken: new (properties: {
      accountId: string;
      client: { clientId: string };
      gty: string;
      scope?: string;
    }) => Token;
    readonly Grant: new (properties: {
      clientId: string;
      accountId: string;
    }) => Grant;
    readonly Session: { find(id: string): Promise<{ accountId?: string } | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ params: Readonly<Record<string, unknown>> }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<void>;
    registerGrantType(
      name: string,
      handler: (context: GrantContext) => Promise<void>,
      parameters: readonly string[],
    ): void;
    on(event: string, listener: (...details: readonly unknown[]) => void): this;
  }

  export const errors: {
    readonly InvalidRequest: new (description: string) => Error;
    readonly InvalidTarget: new () => Error;
  };
}

/** The part of s3rver 3 that `s3.ts` uses. */
declare module 's3rver' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  class S3rver {
    constructor(options: {
      directory: string;
      silent: boolean;
      vhostBuckets: boolean;
      configureBuckets: readonly { name: string; configs: readonly string[] }[];
    });
    configureBuckets(): Promise<void>;
    readonly Session: { find(id: string): Promise<{ accountId?: string } | undefined> };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }

  // the package is CommonJS: its only export
  export = S3rver;
}
