import { execFileSync } from 'node:child_process';
import { it } from 'vitest';

// Throws, with the remedy on its standard error, unless the generator would write what is checked in.
it('the generated messages are those of proto/onnx.proto', () => {
  execFileSync(process.execPath, ['tools/generate-onnx.mjs', '--check'], { stdio: 'pipe' });
});
