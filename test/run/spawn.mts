import { spawn, type SpawnOptions } from 'node:child_process';

/** Runs this Node with `args`, shows what it prints, and resolves to its exit code. */
export async function runNode(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return finished(spawn(process.execPath, args, { stdio: 'inherit', ...options }));
}

/** Runs npm quietly; rejects with what it printed when it fails. */
export async function runNpm(args: readonly string[], folder: string): Promise<void> {
  // npm names its own script to the scripts it runs; on Windows that is the only way to start it without a shell.
  const script = process.env.npm_execpath;
  const [command, first] = script === undefined ? ['npm', []] : [process.execPath, [script]];
  const output: Buffer[] = [];
  const child = spawn(command, [...first, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => output.push(part));
  const code = await finished(child);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${Buffer.concat(output).toString()}`);
}

function finished(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
