import type { SignIn } from './constructs/pages.ts';

/** Where the pages ask for what their stage has. */
const SETTINGS_PATH = '/settings.json';

/**
 * Code of the CloudFront function before the pages, in the JavaScript that CloudFront knows. Every
 * address without a file's ending is the one page, which then looks at the address itself; the
 * settings are answered here, so that one build of the pages serves every stage.
 */
export const pathsFunction = ({
  client,
  authorize,
  token,
}: SignIn): string => `function handler(event) {
  var request = event.request;
  if (request.uri === '${SETTINGS_PATH}') {
    return {
      statusCode: 200,
      statusDescription: 'OK',
      headers: {
        'content-type': { value: 'application/json' },
        'cache-control': { value: 'public, max-age=300' }
      },
      body: JSON.stringify({ client: '${client}', authorize: '${authorize}', token: '${token}' })
    };
  }
  if (request.uri.indexOf('.') < 0) request.uri = '/index.html';
  return request;
}
`;
