/** Objects of the local S3 by plain HTTP, for the engine's item readers and result writers. */
export function objectStore(endpoint: string) {
  const call = async (method: 'GET' | 'PUT', bucket: string, key: string, body?: string) => {
    const path = key.split('/').map(encodeURIComponent).join('/');
    const response = await fetch(`${endpoint}/${bucket}/${path}`, {
      method,
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (response.ok) return text;
    const name = response.status === 404 ? 'NoSuchKey' : 'S3Exception';
    throw Object.assign(new Error(`${method} ${bucket}/${key}: ${response.status}`), { name });
  };
  return {
    getObject: (bucket: string, key: string) => call('GET', bucket, key),
    putObject: async (bucket: string, key: string, body: string) => {
      await call('PUT', bucket, key, body);
    },
  };
}
