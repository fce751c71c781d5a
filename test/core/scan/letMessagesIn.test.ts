import * as assert from 'node:assert/strict';
import { letMessagesIn } from '../../../src/core/scan/letMessagesIn';

describe('letMessagesIn', () => {
  it('lets a message that waits have its turn', async () => {
    const { port1, port2 } = new MessageChannel();
    const arrived: unknown[] = [];
    port1.onmessage = ({ data }: { data: unknown }) => arrived.push(data);
    port2.postMessage('cancel');
    await letMessagesIn();
    port1.close();
    assert.deepEqual(arrived, ['cancel']);
  });

  it('leaves timers their turn, however often it is called', async () => {
    const timer = { hasRun: false };
    setTimeout(() => (timer.hasRun = true), 1);
    for (let call = 0; call < 1_000_000 && !timer.hasRun; call++) await letMessagesIn();
    assert.ok(timer.hasRun);
  });
});
