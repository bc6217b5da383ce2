// A busy port is told before anything long begins, with the way on.
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { requireFreePort } from '../../../scripts/setup/centre.mjs';

it('names the busy port and a free way', async () => {
  const other = createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address();
  await expect(requireFreePort(port)).rejects.toThrow(`Port ${port} is taken by another program`);
  await new Promise((resolve) => other.close(resolve));
  await expect(requireFreePort(port)).resolves.toBeUndefined();
});
