import { describe, expect, it } from 'vitest';
import { OPTION_NAMES, optionOf } from '../../src/config/server.js';
import { modelConfigMessage } from '../../src/config/read.js';
import { renderSchemas } from '../../tools/docs/configuration.js';

describe('generated pages', () => {
  it('document every option and every field', () => {
    for (const name of OPTION_NAMES) expect(optionOf(name).doc, name).toMatch(/\.$/);
    const seen = new Set<string>();
    const walk = (message: typeof modelConfigMessage): void => {
      if (seen.has(message.name)) return;
      seen.add(message.name);
      for (const spec of message.fields.values()) {
        expect(spec.doc, `${message.name}.${spec.name}`).not.toBe('');
        if (spec.type.kind === 'message') walk(spec.type.message);
      }
    };
    walk(modelConfigMessage);
    expect(seen.size).toBeGreaterThan(20);
  });

  it('give the schema of sluice.yaml every flag, sizes as numbers or text, and nothing else', () => {
    const schema = JSON.parse(renderSchemas()['sluice.json'] ?? '') as { properties: Record<string, unknown>; additionalProperties: boolean };
    expect(Object.keys(schema.properties).sort()).toEqual(OPTION_NAMES.map((name) => optionOf(name).flag).sort());
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties['max-request-bytes']).toMatchObject({ anyOf: [{ type: 'integer' }, { type: 'string' }] });
  });
});
