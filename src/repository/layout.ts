/**
 * What names and places mean in a repository: Triton's layout, `NAME/VERSION/model.onnx` with an optional
 * `NAME/config.pbtxt` or `NAME/config.yaml`. Pure. Names come from disk and from requests, so what cannot be a
 * model or a path inside one is refused here, once, for everybody.
 */
export const MODEL_FILE = 'model.onnx';
export const CONFIG_FILES: readonly string[] = ['config.pbtxt', 'config.yaml'];

const NAME_BYTES_MAX = 255;

/** A positive integer without leading zeros, small enough to be one exactly; null for everything else. */
export function versionOf(name: string): number | null {
  return /^[1-9][0-9]{0,14}$/.test(name) ? Number(name) : null;
}

/** Null when the name can be a model's, or what is wrong with it. Hidden folders (leading dot) are never models. */
export function nameFault(name: string): string | null {
  if (name === '') return 'model name must not be empty';
  if (Buffer.byteLength(name) > NAME_BYTES_MAX) return `model name must not be longer than ${NAME_BYTES_MAX} bytes`;
  if (name.startsWith('.')) return `model name '${name}' must not begin with a dot`;
  if (/[/\\\u0000-\u001f\u007f]/.test(name)) return `model name ${JSON.stringify(name)} must not contain path separators or control characters`;
  if (name.includes('\ufffd')) return `model name '${name}' is not valid UTF-8`;
  return null;
}

/** Null when the path stays inside the folder it is relative to, or what is wrong with it. */
export function pathFault(path: string): string | null {
  const shown = JSON.stringify(path);
  if (path === '') return 'file path must not be empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return `file path ${shown} must be relative to the folder of the model`;
  if (/[\\\u0000-\u001f\u007f]/.test(path)) return `file path ${shown} must not contain backslashes or control characters`;
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return `file path ${shown} escapes the folder of the model or is not in its simplest form`;
  return null;
}
