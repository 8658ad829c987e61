/**
 * Ceiling of the gRPC scenario: a grpc-js server with identity codecs that answers a constant of the same size on the
 * same method. What grpc-js and HTTP/2 alone cost.
 */
import { Server, ServerCredentials, type handleUnaryCall } from '@grpc/grpc-js';
import { serveJobs } from '../child.js';

export interface EchoJob {
  readonly answer: Uint8Array;
}

export interface EchoResult {
  readonly port: number;
}

const identity = (bytes: Buffer): Buffer => bytes;

async function start(job: EchoJob): Promise<EchoResult> {
  const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.enable_channelz': 0 });
  const answer = Buffer.from(job.answer);
  const infer: handleUnaryCall<Buffer, Buffer> = (_call, done) => done(null, answer);
  server.addService(
    {
      ModelInfer: {
        path: '/inference.GRPCInferenceService/ModelInfer',
        requestStream: false,
        responseStream: false,
        requestSerialize: identity,
        requestDeserialize: identity,
        responseSerialize: identity,
        responseDeserialize: identity,
      },
    },
    { ModelInfer: infer },
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { port };
}

serveJobs(start);
