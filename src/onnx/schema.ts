/**
 * The generated ONNX messages with their types. The code and its types lie in two files, because the compiler
 * emits no JavaScript that has a declaration file of the same name beside it; this is where they meet.
 */
import { onnx as code } from './generated/onnx.js';
import type { onnx as Types } from './generated/types.js';

export const schema = code as unknown as typeof Types;

export type ModelMessage = Types.ModelProto.$Properties;
export type GraphMessage = Types.GraphProto.$Properties;
export type NodeMessage = Types.NodeProto.$Properties;
export type TensorMessage = Types.TensorProto.$Properties;
export type AttributeMessage = Types.AttributeProto.$Properties;
export type ValueInfoMessage = Types.ValueInfoProto.$Properties;
