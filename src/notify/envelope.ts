/** A decision as a CloudEvent 1.0 in structured mode: JSON with the attributes beside the data. */
export const CONTENT_TYPE = 'application/cloudevents+json';

export interface CloudEvent {
  readonly id: string;
  /** Whose event it is; with the id it is unique. */
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly atMs: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export function envelope({ id, source, type, subject, atMs, data }: CloudEvent): string {
  return JSON.stringify({
    specversion: '1.0', id, source, type, subject, time: new Date(atMs).toISOString(), datacontenttype: 'application/json', data,
  });
}
