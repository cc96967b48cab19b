import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface Run {
  readonly seconds: number;
  readonly exit: number | null;
  /** Most memory resident at any time, in MB; null where the system does not tell. */
  readonly peakMemory: number | null;
  readonly stderr: string;
}

/** Peak resident memory of a running process in KB (Linux). */
function peakOf(pid: number): number | null {
  try {
    const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) : null;
  } catch {
    return null;
  }
}

/** Runs Node with these arguments, output to a file (or nowhere), and measures time and memory from outside. */
export function runNode(args: readonly string[], output: string | null): Promise<Run> {
  const out = openSync(output ?? '/dev/null', 'w');
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', out, 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString()).slice(-4_000);
  });
  let peak: number | null = null;
  const timer = setInterval(() => {
    peak = (child.pid === undefined ? null : peakOf(child.pid)) ?? peak;
  }, 50);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exit) => {
      clearInterval(timer);
      closeSync(out);
      const seconds = (performance.now() - started) / 1_000;
      resolve({ seconds, exit, peakMemory: peak === null ? null : peak / 1_024, stderr });
    });
  });
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
