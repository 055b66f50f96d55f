import { setFlagsFromString } from 'node:v8';

/**
 * Has functions watched for longer before V8 optimises them, and fewer of them put into one another. Reading has hundreds of
 * functions that are warm and branch much: optimised early, most of them meet what they were not optimised for and are compiled
 * again, in each thread that reads. That took a fifth of all the time of reading a few hundred documents; this halves it.
 */
export function compileLater(): void {
  setFlagsFromString('--interrupt-budget=400000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=400');
}
