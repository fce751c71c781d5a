import { spawn } from 'node:child_process';
import type { BenchInput, Outcome, Side } from './side';

const FLAG = '--side';
/** Stands before the outcome in the process's output, so that nothing else is taken for it. */
const MARK = '\u0001outcome ';

/** Runs a side in a fresh process of the same Node and program. */
export function runInProcess(side: Side, input: BenchInput): Promise<Outcome> {
  const program = process.argv[1]!;
  const child = spawn(process.execPath, ['--expose-gc', program, FLAG, side.id, JSON.stringify(input)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const outcome = output.split(MARK)[1];
      if (code === 0 && outcome !== undefined) resolve(JSON.parse(outcome) as Outcome);
      else reject(new Error(`${side.id} ended with code ${code}.`));
    });
  });
}

/** Does what {@link runInProcess} asked for; false when this process was not started by it. */
export async function serveSide(args: readonly string[], sides: readonly Side[]): Promise<boolean> {
  const [flag, id, input] = args;
  if (flag !== FLAG || input === undefined) return false;
  const side = sides.find((each) => each.id === id);
  if (side === undefined) throw new Error(`No side is called ${id}.`);
  const outcome = await side.run(JSON.parse(input) as BenchInput);
  process.stdout.write(`${MARK}${JSON.stringify(outcome)}`);
  return true;
}
