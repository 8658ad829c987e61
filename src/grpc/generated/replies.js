// Made by tools/generate-inference.mjs from proto/; do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $TypeError = $util.global.TypeError, $Boolean = $util.global.Boolean, $String = $util.global.String, $Array = $util.global.Array, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $Number = $util.global.Number, $isFinite = $util.global.isFinite;

const $root = $protobuf.roots["sluice-written"] || ($protobuf.roots["sluice-written"] = {});

export const inference = $root.inference = (() => {

    const inference = {};

    inference.ServerLiveResponse = (function() {

        const ServerLiveResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ServerLiveResponse.prototype.live = false;

        ServerLiveResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.live != null && $Object.hasOwnProperty.call(message, "live") && message.live !== false)
                writer.uint32(8).bool(message.live);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ServerLiveResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ServerLiveResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ServerLiveResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ServerLiveResponse();
            if (object.live != null)
                if (object.live)
                    message.live = $Boolean(object.live);
            return message;
        };

        ServerLiveResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.live = false;
            if (message.live != null && $Object.hasOwnProperty.call(message, "live"))
                object.live = message.live;
            return object;
        };

        ServerLiveResponse.prototype.toJSON = function() {
            return ServerLiveResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ServerLiveResponse;
    })();

    inference.ServerReadyResponse = (function() {

        const ServerReadyResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ServerReadyResponse.prototype.ready = false;

        ServerReadyResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                writer.uint32(8).bool(message.ready);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ServerReadyResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ServerReadyResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ServerReadyResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ServerReadyResponse();
            if (object.ready != null)
                if (object.ready)
                    message.ready = $Boolean(object.ready);
            return message;
        };

        ServerReadyResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.ready = false;
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                object.ready = message.ready;
            return object;
        };

        ServerReadyResponse.prototype.toJSON = function() {
            return ServerReadyResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ServerReadyResponse;
    })();

    inference.ModelReadyResponse = (function() {

        const ModelReadyResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelReadyResponse.prototype.ready = false;

        ModelReadyResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready") && message.ready !== false)
                writer.uint32(8).bool(message.ready);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelReadyResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelReadyResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelReadyResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelReadyResponse();
            if (object.ready != null)
                if (object.ready)
                    message.ready = $Boolean(object.ready);
            return message;
        };

        ModelReadyResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.ready = false;
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                object.ready = message.ready;
            return object;
        };

        ModelReadyResponse.prototype.toJSON = function() {
            return ModelReadyResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelReadyResponse;
    })();

    inference.ServerMetadataResponse = (function() {

        const ServerMetadataResponse = function (properties) {
            this.extensions = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ServerMetadataResponse.prototype.name = "";
        ServerMetadataResponse.prototype.version = "";
        ServerMetadataResponse.prototype.extensions = $util.emptyArray;

        ServerMetadataResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                writer.uint32(18).string(message.version);
            if (message.extensions != null && message.extensions.length)
                for (let i = 0; i < message.extensions.length; ++i)
                    writer.uint32(26).string(message.extensions[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ServerMetadataResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ServerMetadataResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ServerMetadataResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ServerMetadataResponse();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            if (object.extensions) {
                if (!$Array.isArray(object.extensions))
                    throw $TypeError(".inference.ServerMetadataResponse.extensions: array expected");
                message.extensions = $Array(object.extensions.length);
                for (let i = 0; i < object.extensions.length; ++i)
                    message.extensions[i] = $String(object.extensions[i]);
            }
            return message;
        };

        ServerMetadataResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.extensions = [];
            if (options.defaults) {
                object.name = "";
                object.version = "";
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            if (message.extensions && message.extensions.length) {
                object.extensions = $Array(message.extensions.length);
                for (let j = 0; j < message.extensions.length; ++j)
                    object.extensions[j] = message.extensions[j];
            }
            return object;
        };

        ServerMetadataResponse.prototype.toJSON = function() {
            return ServerMetadataResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ServerMetadataResponse;
    })();

    inference.ModelMetadataResponse = (function() {

        const ModelMetadataResponse = function (properties) {
            this.versions = [];
            this.inputs = [];
            this.outputs = [];
            this.properties = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelMetadataResponse.prototype.name = "";
        ModelMetadataResponse.prototype.versions = $util.emptyArray;
        ModelMetadataResponse.prototype.platform = "";
        ModelMetadataResponse.prototype.inputs = $util.emptyArray;
        ModelMetadataResponse.prototype.outputs = $util.emptyArray;
        ModelMetadataResponse.prototype.properties = $util.emptyObject;

        ModelMetadataResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.versions != null && message.versions.length)
                for (let i = 0; i < message.versions.length; ++i)
                    writer.uint32(18).string(message.versions[i]);
            if (message.platform != null && $Object.hasOwnProperty.call(message, "platform") && message.platform !== "")
                writer.uint32(26).string(message.platform);
            if (message.inputs != null && message.inputs.length)
                for (let i = 0; i < message.inputs.length; ++i)
                    $root.inference.ModelMetadataResponse.TensorMetadata.encode(message.inputs[i], writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.outputs != null && message.outputs.length)
                for (let i = 0; i < message.outputs.length; ++i)
                    $root.inference.ModelMetadataResponse.TensorMetadata.encode(message.outputs[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.properties != null && $Object.hasOwnProperty.call(message, "properties"))
                for (let keys = $Object.keys(message.properties), i = 0; i < keys.length; ++i)
                    writer.uint32(50).fork().uint32(10).string(keys[i]).uint32(18).string(message.properties[keys[i]]).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelMetadataResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelMetadataResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelMetadataResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelMetadataResponse();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.versions) {
                if (!$Array.isArray(object.versions))
                    throw $TypeError(".inference.ModelMetadataResponse.versions: array expected");
                message.versions = $Array(object.versions.length);
                for (let i = 0; i < object.versions.length; ++i)
                    message.versions[i] = $String(object.versions[i]);
            }
            if (object.platform != null)
                if (typeof object.platform !== "string" || object.platform.length)
                    message.platform = $String(object.platform);
            if (object.inputs) {
                if (!$Array.isArray(object.inputs))
                    throw $TypeError(".inference.ModelMetadataResponse.inputs: array expected");
                message.inputs = $Array(object.inputs.length);
                for (let i = 0; i < object.inputs.length; ++i) {
                    if (!$util.isObject(object.inputs[i]))
                        throw $TypeError(".inference.ModelMetadataResponse.inputs: object expected");
                    message.inputs[i] = $root.inference.ModelMetadataResponse.TensorMetadata.fromObject(object.inputs[i], _depth + 1);
                }
            }
            if (object.outputs) {
                if (!$Array.isArray(object.outputs))
                    throw $TypeError(".inference.ModelMetadataResponse.outputs: array expected");
                message.outputs = $Array(object.outputs.length);
                for (let i = 0; i < object.outputs.length; ++i) {
                    if (!$util.isObject(object.outputs[i]))
                        throw $TypeError(".inference.ModelMetadataResponse.outputs: object expected");
                    message.outputs[i] = $root.inference.ModelMetadataResponse.TensorMetadata.fromObject(object.outputs[i], _depth + 1);
                }
            }
            if (object.properties) {
                if (!$util.isObject(object.properties))
                    throw $TypeError(".inference.ModelMetadataResponse.properties: object expected");
                message.properties = {};
                for (let keys = $Object.keys(object.properties), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.properties, keys[i]);
                    message.properties[keys[i]] = $String(object.properties[keys[i]]);
                }
            }
            return message;
        };

        ModelMetadataResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.versions = [];
                object.inputs = [];
                object.outputs = [];
            }
            if (options.objects || options.defaults)
                object.properties = {};
            if (options.defaults) {
                object.name = "";
                object.platform = "";
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.versions && message.versions.length) {
                object.versions = $Array(message.versions.length);
                for (let j = 0; j < message.versions.length; ++j)
                    object.versions[j] = message.versions[j];
            }
            if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                object.platform = message.platform;
            if (message.inputs && message.inputs.length) {
                object.inputs = $Array(message.inputs.length);
                for (let j = 0; j < message.inputs.length; ++j)
                    object.inputs[j] = $root.inference.ModelMetadataResponse.TensorMetadata.toObject(message.inputs[j], options, _depth + 1);
            }
            if (message.outputs && message.outputs.length) {
                object.outputs = $Array(message.outputs.length);
                for (let j = 0; j < message.outputs.length; ++j)
                    object.outputs[j] = $root.inference.ModelMetadataResponse.TensorMetadata.toObject(message.outputs[j], options, _depth + 1);
            }
            let keys2;
            if (message.properties && (keys2 = $Object.keys(message.properties)).length) {
                object.properties = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.properties, keys2[j]);
                    object.properties[keys2[j]] = message.properties[keys2[j]];
                }
            }
            return object;
        };

        ModelMetadataResponse.prototype.toJSON = function() {
            return ModelMetadataResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelMetadataResponse.TensorMetadata = (function() {

            const TensorMetadata = function (properties) {
                this.shape = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TensorMetadata.prototype.name = "";
            TensorMetadata.prototype.datatype = "";
            TensorMetadata.prototype.shape = $util.emptyArray;

            TensorMetadata.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.datatype != null && $Object.hasOwnProperty.call(message, "datatype") && message.datatype !== "")
                    writer.uint32(18).string(message.datatype);
                if (message.shape != null && message.shape.length)
                    writer.uint32(26).int64s(message.shape);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TensorMetadata.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelMetadataResponse.TensorMetadata)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelMetadataResponse.TensorMetadata: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelMetadataResponse.TensorMetadata();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.datatype != null)
                    if (typeof object.datatype !== "string" || object.datatype.length)
                        message.datatype = $String(object.datatype);
                if (object.shape) {
                    if (!$Array.isArray(object.shape))
                        throw $TypeError(".inference.ModelMetadataResponse.TensorMetadata.shape: array expected");
                    message.shape = $Array(object.shape.length);
                    for (let i = 0; i < object.shape.length; ++i)
                        if ($util.Long)
                            message.shape[i] = $util.Long.fromValue(object.shape[i], false);
                        else if (typeof object.shape[i] === "string")
                            message.shape[i] = $parseInt(object.shape[i], 10);
                        else if (typeof object.shape[i] === "number")
                            message.shape[i] = object.shape[i];
                        else if (typeof object.shape[i] === "object")
                            message.shape[i] = new $util.LongBits(object.shape[i].low >>> 0, object.shape[i].high >>> 0).toNumber();
                }
                return message;
            };

            TensorMetadata.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.shape = [];
                if (options.defaults) {
                    object.name = "";
                    object.datatype = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.datatype != null && $Object.hasOwnProperty.call(message, "datatype"))
                    object.datatype = message.datatype;
                if (message.shape && message.shape.length) {
                    object.shape = $Array(message.shape.length);
                    for (let j = 0; j < message.shape.length; ++j)
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.shape[j] = typeof message.shape[j] === "number" ? $BigInt(message.shape[j]) : $util.Long.fromBits(message.shape[j].low >>> 0, message.shape[j].high >>> 0, false).toBigInt();
                        else if (typeof message.shape[j] === "number")
                            object.shape[j] = options.longs === $String ? $String(message.shape[j]) : message.shape[j];
                        else
                            object.shape[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.shape[j]) : options.longs === $Number ? new $util.LongBits(message.shape[j].low >>> 0, message.shape[j].high >>> 0).toNumber() : message.shape[j];
                }
                return object;
            };

            TensorMetadata.prototype.toJSON = function() {
                return TensorMetadata.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TensorMetadata;
        })();

        return ModelMetadataResponse;
    })();

    inference.StatisticDuration = (function() {

        const StatisticDuration = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        StatisticDuration.prototype.count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        StatisticDuration.prototype.ns = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        StatisticDuration.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && (typeof message.count === "object" ? message.count.low || message.count.high : message.count !== 0))
                writer.uint32(8).uint64(message.count);
            if (message.ns != null && $Object.hasOwnProperty.call(message, "ns") && (typeof message.ns === "object" ? message.ns.low || message.ns.high : message.ns !== 0))
                writer.uint32(16).uint64(message.ns);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        StatisticDuration.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.StatisticDuration)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.StatisticDuration: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.StatisticDuration();
            if (object.count != null)
                if (typeof object.count === "object" ? object.count.low || object.count.high : $Number(object.count) !== 0)
                    if ($util.Long)
                        message.count = $util.Long.fromValue(object.count, true);
                    else if (typeof object.count === "string")
                        message.count = $parseInt(object.count, 10);
                    else if (typeof object.count === "number")
                        message.count = object.count;
                    else if (typeof object.count === "object")
                        message.count = new $util.LongBits(object.count.low >>> 0, object.count.high >>> 0).toNumber(true);
            if (object.ns != null)
                if (typeof object.ns === "object" ? object.ns.low || object.ns.high : $Number(object.ns) !== 0)
                    if ($util.Long)
                        message.ns = $util.Long.fromValue(object.ns, true);
                    else if (typeof object.ns === "string")
                        message.ns = $parseInt(object.ns, 10);
                    else if (typeof object.ns === "number")
                        message.ns = object.ns;
                    else if (typeof object.ns === "object")
                        message.ns = new $util.LongBits(object.ns.low >>> 0, object.ns.high >>> 0).toNumber(true);
            return message;
        };

        StatisticDuration.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.count = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.count = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.ns = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.ns = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.count = typeof message.count === "number" ? $BigInt(message.count) : $util.Long.fromBits(message.count.low >>> 0, message.count.high >>> 0, true).toBigInt();
                else if (typeof message.count === "number")
                    object.count = options.longs === $String ? $String(message.count) : message.count;
                else
                    object.count = options.longs === $String ? $util.Long.prototype.toString.call(message.count) : options.longs === $Number ? new $util.LongBits(message.count.low >>> 0, message.count.high >>> 0).toNumber(true) : message.count;
            if (message.ns != null && $Object.hasOwnProperty.call(message, "ns"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.ns = typeof message.ns === "number" ? $BigInt(message.ns) : $util.Long.fromBits(message.ns.low >>> 0, message.ns.high >>> 0, true).toBigInt();
                else if (typeof message.ns === "number")
                    object.ns = options.longs === $String ? $String(message.ns) : message.ns;
                else
                    object.ns = options.longs === $String ? $util.Long.prototype.toString.call(message.ns) : options.longs === $Number ? new $util.LongBits(message.ns.low >>> 0, message.ns.high >>> 0).toNumber(true) : message.ns;
            return object;
        };

        StatisticDuration.prototype.toJSON = function() {
            return StatisticDuration.toObject(this, $protobuf.util.toJSONOptions);
        };

        return StatisticDuration;
    })();

    inference.InferStatistics = (function() {

        const InferStatistics = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        InferStatistics.prototype.success = null;
        InferStatistics.prototype.fail = null;
        InferStatistics.prototype.queue = null;
        InferStatistics.prototype.compute_input = null;
        InferStatistics.prototype.compute_infer = null;
        InferStatistics.prototype.compute_output = null;
        InferStatistics.prototype.cache_hit = null;
        InferStatistics.prototype.cache_miss = null;

        InferStatistics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.success != null && $Object.hasOwnProperty.call(message, "success"))
                $root.inference.StatisticDuration.encode(message.success, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.fail != null && $Object.hasOwnProperty.call(message, "fail"))
                $root.inference.StatisticDuration.encode(message.fail, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.queue != null && $Object.hasOwnProperty.call(message, "queue"))
                $root.inference.StatisticDuration.encode(message.queue, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.compute_input != null && $Object.hasOwnProperty.call(message, "compute_input"))
                $root.inference.StatisticDuration.encode(message.compute_input, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.compute_infer != null && $Object.hasOwnProperty.call(message, "compute_infer"))
                $root.inference.StatisticDuration.encode(message.compute_infer, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.compute_output != null && $Object.hasOwnProperty.call(message, "compute_output"))
                $root.inference.StatisticDuration.encode(message.compute_output, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.cache_hit != null && $Object.hasOwnProperty.call(message, "cache_hit"))
                $root.inference.StatisticDuration.encode(message.cache_hit, writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.cache_miss != null && $Object.hasOwnProperty.call(message, "cache_miss"))
                $root.inference.StatisticDuration.encode(message.cache_miss, writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        InferStatistics.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.InferStatistics)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.InferStatistics: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.InferStatistics();
            if (object.success != null) {
                if (!$util.isObject(object.success))
                    throw $TypeError(".inference.InferStatistics.success: object expected");
                message.success = $root.inference.StatisticDuration.fromObject(object.success, _depth + 1);
            }
            if (object.fail != null) {
                if (!$util.isObject(object.fail))
                    throw $TypeError(".inference.InferStatistics.fail: object expected");
                message.fail = $root.inference.StatisticDuration.fromObject(object.fail, _depth + 1);
            }
            if (object.queue != null) {
                if (!$util.isObject(object.queue))
                    throw $TypeError(".inference.InferStatistics.queue: object expected");
                message.queue = $root.inference.StatisticDuration.fromObject(object.queue, _depth + 1);
            }
            if (object.compute_input != null) {
                if (!$util.isObject(object.compute_input))
                    throw $TypeError(".inference.InferStatistics.compute_input: object expected");
                message.compute_input = $root.inference.StatisticDuration.fromObject(object.compute_input, _depth + 1);
            }
            if (object.compute_infer != null) {
                if (!$util.isObject(object.compute_infer))
                    throw $TypeError(".inference.InferStatistics.compute_infer: object expected");
                message.compute_infer = $root.inference.StatisticDuration.fromObject(object.compute_infer, _depth + 1);
            }
            if (object.compute_output != null) {
                if (!$util.isObject(object.compute_output))
                    throw $TypeError(".inference.InferStatistics.compute_output: object expected");
                message.compute_output = $root.inference.StatisticDuration.fromObject(object.compute_output, _depth + 1);
            }
            if (object.cache_hit != null) {
                if (!$util.isObject(object.cache_hit))
                    throw $TypeError(".inference.InferStatistics.cache_hit: object expected");
                message.cache_hit = $root.inference.StatisticDuration.fromObject(object.cache_hit, _depth + 1);
            }
            if (object.cache_miss != null) {
                if (!$util.isObject(object.cache_miss))
                    throw $TypeError(".inference.InferStatistics.cache_miss: object expected");
                message.cache_miss = $root.inference.StatisticDuration.fromObject(object.cache_miss, _depth + 1);
            }
            return message;
        };

        InferStatistics.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.success = null;
                object.fail = null;
                object.queue = null;
                object.compute_input = null;
                object.compute_infer = null;
                object.compute_output = null;
                object.cache_hit = null;
                object.cache_miss = null;
            }
            if (message.success != null && $Object.hasOwnProperty.call(message, "success"))
                object.success = $root.inference.StatisticDuration.toObject(message.success, options, _depth + 1);
            if (message.fail != null && $Object.hasOwnProperty.call(message, "fail"))
                object.fail = $root.inference.StatisticDuration.toObject(message.fail, options, _depth + 1);
            if (message.queue != null && $Object.hasOwnProperty.call(message, "queue"))
                object.queue = $root.inference.StatisticDuration.toObject(message.queue, options, _depth + 1);
            if (message.compute_input != null && $Object.hasOwnProperty.call(message, "compute_input"))
                object.compute_input = $root.inference.StatisticDuration.toObject(message.compute_input, options, _depth + 1);
            if (message.compute_infer != null && $Object.hasOwnProperty.call(message, "compute_infer"))
                object.compute_infer = $root.inference.StatisticDuration.toObject(message.compute_infer, options, _depth + 1);
            if (message.compute_output != null && $Object.hasOwnProperty.call(message, "compute_output"))
                object.compute_output = $root.inference.StatisticDuration.toObject(message.compute_output, options, _depth + 1);
            if (message.cache_hit != null && $Object.hasOwnProperty.call(message, "cache_hit"))
                object.cache_hit = $root.inference.StatisticDuration.toObject(message.cache_hit, options, _depth + 1);
            if (message.cache_miss != null && $Object.hasOwnProperty.call(message, "cache_miss"))
                object.cache_miss = $root.inference.StatisticDuration.toObject(message.cache_miss, options, _depth + 1);
            return object;
        };

        InferStatistics.prototype.toJSON = function() {
            return InferStatistics.toObject(this, $protobuf.util.toJSONOptions);
        };

        return InferStatistics;
    })();

    inference.InferResponseStatistics = (function() {

        const InferResponseStatistics = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        InferResponseStatistics.prototype.compute_infer = null;
        InferResponseStatistics.prototype.compute_output = null;
        InferResponseStatistics.prototype.success = null;
        InferResponseStatistics.prototype.fail = null;
        InferResponseStatistics.prototype.empty_response = null;
        InferResponseStatistics.prototype.cancel = null;

        InferResponseStatistics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.compute_infer != null && $Object.hasOwnProperty.call(message, "compute_infer"))
                $root.inference.StatisticDuration.encode(message.compute_infer, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.compute_output != null && $Object.hasOwnProperty.call(message, "compute_output"))
                $root.inference.StatisticDuration.encode(message.compute_output, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.success != null && $Object.hasOwnProperty.call(message, "success"))
                $root.inference.StatisticDuration.encode(message.success, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.fail != null && $Object.hasOwnProperty.call(message, "fail"))
                $root.inference.StatisticDuration.encode(message.fail, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.empty_response != null && $Object.hasOwnProperty.call(message, "empty_response"))
                $root.inference.StatisticDuration.encode(message.empty_response, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                $root.inference.StatisticDuration.encode(message.cancel, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        InferResponseStatistics.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.InferResponseStatistics)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.InferResponseStatistics: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.InferResponseStatistics();
            if (object.compute_infer != null) {
                if (!$util.isObject(object.compute_infer))
                    throw $TypeError(".inference.InferResponseStatistics.compute_infer: object expected");
                message.compute_infer = $root.inference.StatisticDuration.fromObject(object.compute_infer, _depth + 1);
            }
            if (object.compute_output != null) {
                if (!$util.isObject(object.compute_output))
                    throw $TypeError(".inference.InferResponseStatistics.compute_output: object expected");
                message.compute_output = $root.inference.StatisticDuration.fromObject(object.compute_output, _depth + 1);
            }
            if (object.success != null) {
                if (!$util.isObject(object.success))
                    throw $TypeError(".inference.InferResponseStatistics.success: object expected");
                message.success = $root.inference.StatisticDuration.fromObject(object.success, _depth + 1);
            }
            if (object.fail != null) {
                if (!$util.isObject(object.fail))
                    throw $TypeError(".inference.InferResponseStatistics.fail: object expected");
                message.fail = $root.inference.StatisticDuration.fromObject(object.fail, _depth + 1);
            }
            if (object.empty_response != null) {
                if (!$util.isObject(object.empty_response))
                    throw $TypeError(".inference.InferResponseStatistics.empty_response: object expected");
                message.empty_response = $root.inference.StatisticDuration.fromObject(object.empty_response, _depth + 1);
            }
            if (object.cancel != null) {
                if (!$util.isObject(object.cancel))
                    throw $TypeError(".inference.InferResponseStatistics.cancel: object expected");
                message.cancel = $root.inference.StatisticDuration.fromObject(object.cancel, _depth + 1);
            }
            return message;
        };

        InferResponseStatistics.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.compute_infer = null;
                object.compute_output = null;
                object.success = null;
                object.fail = null;
                object.empty_response = null;
                object.cancel = null;
            }
            if (message.compute_infer != null && $Object.hasOwnProperty.call(message, "compute_infer"))
                object.compute_infer = $root.inference.StatisticDuration.toObject(message.compute_infer, options, _depth + 1);
            if (message.compute_output != null && $Object.hasOwnProperty.call(message, "compute_output"))
                object.compute_output = $root.inference.StatisticDuration.toObject(message.compute_output, options, _depth + 1);
            if (message.success != null && $Object.hasOwnProperty.call(message, "success"))
                object.success = $root.inference.StatisticDuration.toObject(message.success, options, _depth + 1);
            if (message.fail != null && $Object.hasOwnProperty.call(message, "fail"))
                object.fail = $root.inference.StatisticDuration.toObject(message.fail, options, _depth + 1);
            if (message.empty_response != null && $Object.hasOwnProperty.call(message, "empty_response"))
                object.empty_response = $root.inference.StatisticDuration.toObject(message.empty_response, options, _depth + 1);
            if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                object.cancel = $root.inference.StatisticDuration.toObject(message.cancel, options, _depth + 1);
            return object;
        };

        InferResponseStatistics.prototype.toJSON = function() {
            return InferResponseStatistics.toObject(this, $protobuf.util.toJSONOptions);
        };

        return InferResponseStatistics;
    })();

    inference.InferBatchStatistics = (function() {

        const InferBatchStatistics = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        InferBatchStatistics.prototype.batch_size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        InferBatchStatistics.prototype.compute_input = null;
        InferBatchStatistics.prototype.compute_infer = null;
        InferBatchStatistics.prototype.compute_output = null;

        InferBatchStatistics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size") && (typeof message.batch_size === "object" ? message.batch_size.low || message.batch_size.high : message.batch_size !== 0))
                writer.uint32(8).uint64(message.batch_size);
            if (message.compute_input != null && $Object.hasOwnProperty.call(message, "compute_input"))
                $root.inference.StatisticDuration.encode(message.compute_input, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.compute_infer != null && $Object.hasOwnProperty.call(message, "compute_infer"))
                $root.inference.StatisticDuration.encode(message.compute_infer, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.compute_output != null && $Object.hasOwnProperty.call(message, "compute_output"))
                $root.inference.StatisticDuration.encode(message.compute_output, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        InferBatchStatistics.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.InferBatchStatistics)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.InferBatchStatistics: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.InferBatchStatistics();
            if (object.batch_size != null)
                if (typeof object.batch_size === "object" ? object.batch_size.low || object.batch_size.high : $Number(object.batch_size) !== 0)
                    if ($util.Long)
                        message.batch_size = $util.Long.fromValue(object.batch_size, true);
                    else if (typeof object.batch_size === "string")
                        message.batch_size = $parseInt(object.batch_size, 10);
                    else if (typeof object.batch_size === "number")
                        message.batch_size = object.batch_size;
                    else if (typeof object.batch_size === "object")
                        message.batch_size = new $util.LongBits(object.batch_size.low >>> 0, object.batch_size.high >>> 0).toNumber(true);
            if (object.compute_input != null) {
                if (!$util.isObject(object.compute_input))
                    throw $TypeError(".inference.InferBatchStatistics.compute_input: object expected");
                message.compute_input = $root.inference.StatisticDuration.fromObject(object.compute_input, _depth + 1);
            }
            if (object.compute_infer != null) {
                if (!$util.isObject(object.compute_infer))
                    throw $TypeError(".inference.InferBatchStatistics.compute_infer: object expected");
                message.compute_infer = $root.inference.StatisticDuration.fromObject(object.compute_infer, _depth + 1);
            }
            if (object.compute_output != null) {
                if (!$util.isObject(object.compute_output))
                    throw $TypeError(".inference.InferBatchStatistics.compute_output: object expected");
                message.compute_output = $root.inference.StatisticDuration.fromObject(object.compute_output, _depth + 1);
            }
            return message;
        };

        InferBatchStatistics.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.batch_size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.batch_size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.compute_input = null;
                object.compute_infer = null;
                object.compute_output = null;
            }
            if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.batch_size = typeof message.batch_size === "number" ? $BigInt(message.batch_size) : $util.Long.fromBits(message.batch_size.low >>> 0, message.batch_size.high >>> 0, true).toBigInt();
                else if (typeof message.batch_size === "number")
                    object.batch_size = options.longs === $String ? $String(message.batch_size) : message.batch_size;
                else
                    object.batch_size = options.longs === $String ? $util.Long.prototype.toString.call(message.batch_size) : options.longs === $Number ? new $util.LongBits(message.batch_size.low >>> 0, message.batch_size.high >>> 0).toNumber(true) : message.batch_size;
            if (message.compute_input != null && $Object.hasOwnProperty.call(message, "compute_input"))
                object.compute_input = $root.inference.StatisticDuration.toObject(message.compute_input, options, _depth + 1);
            if (message.compute_infer != null && $Object.hasOwnProperty.call(message, "compute_infer"))
                object.compute_infer = $root.inference.StatisticDuration.toObject(message.compute_infer, options, _depth + 1);
            if (message.compute_output != null && $Object.hasOwnProperty.call(message, "compute_output"))
                object.compute_output = $root.inference.StatisticDuration.toObject(message.compute_output, options, _depth + 1);
            return object;
        };

        InferBatchStatistics.prototype.toJSON = function() {
            return InferBatchStatistics.toObject(this, $protobuf.util.toJSONOptions);
        };

        return InferBatchStatistics;
    })();

    inference.MemoryUsage = (function() {

        const MemoryUsage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        MemoryUsage.prototype.type = "";
        MemoryUsage.prototype.id = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        MemoryUsage.prototype.byte_size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        MemoryUsage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== "")
                writer.uint32(10).string(message.type);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                writer.uint32(16).int64(message.id);
            if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size") && (typeof message.byte_size === "object" ? message.byte_size.low || message.byte_size.high : message.byte_size !== 0))
                writer.uint32(24).uint64(message.byte_size);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        MemoryUsage.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.MemoryUsage)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.MemoryUsage: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.MemoryUsage();
            if (object.type != null)
                if (typeof object.type !== "string" || object.type.length)
                    message.type = $String(object.type);
            if (object.id != null)
                if (typeof object.id === "object" ? object.id.low || object.id.high : $Number(object.id) !== 0)
                    if ($util.Long)
                        message.id = $util.Long.fromValue(object.id, false);
                    else if (typeof object.id === "string")
                        message.id = $parseInt(object.id, 10);
                    else if (typeof object.id === "number")
                        message.id = object.id;
                    else if (typeof object.id === "object")
                        message.id = new $util.LongBits(object.id.low >>> 0, object.id.high >>> 0).toNumber();
            if (object.byte_size != null)
                if (typeof object.byte_size === "object" ? object.byte_size.low || object.byte_size.high : $Number(object.byte_size) !== 0)
                    if ($util.Long)
                        message.byte_size = $util.Long.fromValue(object.byte_size, true);
                    else if (typeof object.byte_size === "string")
                        message.byte_size = $parseInt(object.byte_size, 10);
                    else if (typeof object.byte_size === "number")
                        message.byte_size = object.byte_size;
                    else if (typeof object.byte_size === "object")
                        message.byte_size = new $util.LongBits(object.byte_size.low >>> 0, object.byte_size.high >>> 0).toNumber(true);
            return message;
        };

        MemoryUsage.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.type = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, false);
                    object.id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.byte_size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.byte_size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                object.type = message.type;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.id = typeof message.id === "number" ? $BigInt(message.id) : $util.Long.fromBits(message.id.low >>> 0, message.id.high >>> 0, false).toBigInt();
                else if (typeof message.id === "number")
                    object.id = options.longs === $String ? $String(message.id) : message.id;
                else
                    object.id = options.longs === $String ? $util.Long.prototype.toString.call(message.id) : options.longs === $Number ? new $util.LongBits(message.id.low >>> 0, message.id.high >>> 0).toNumber() : message.id;
            if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.byte_size = typeof message.byte_size === "number" ? $BigInt(message.byte_size) : $util.Long.fromBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0, true).toBigInt();
                else if (typeof message.byte_size === "number")
                    object.byte_size = options.longs === $String ? $String(message.byte_size) : message.byte_size;
                else
                    object.byte_size = options.longs === $String ? $util.Long.prototype.toString.call(message.byte_size) : options.longs === $Number ? new $util.LongBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0).toNumber(true) : message.byte_size;
            return object;
        };

        MemoryUsage.prototype.toJSON = function() {
            return MemoryUsage.toObject(this, $protobuf.util.toJSONOptions);
        };

        return MemoryUsage;
    })();

    inference.ModelStatistics = (function() {

        const ModelStatistics = function (properties) {
            this.batch_stats = [];
            this.memory_usage = [];
            this.response_stats = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelStatistics.prototype.name = "";
        ModelStatistics.prototype.version = "";
        ModelStatistics.prototype.last_inference = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelStatistics.prototype.inference_count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelStatistics.prototype.execution_count = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelStatistics.prototype.inference_stats = null;
        ModelStatistics.prototype.batch_stats = $util.emptyArray;
        ModelStatistics.prototype.memory_usage = $util.emptyArray;
        ModelStatistics.prototype.response_stats = $util.emptyObject;

        ModelStatistics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                writer.uint32(18).string(message.version);
            if (message.last_inference != null && $Object.hasOwnProperty.call(message, "last_inference") && (typeof message.last_inference === "object" ? message.last_inference.low || message.last_inference.high : message.last_inference !== 0))
                writer.uint32(24).uint64(message.last_inference);
            if (message.inference_count != null && $Object.hasOwnProperty.call(message, "inference_count") && (typeof message.inference_count === "object" ? message.inference_count.low || message.inference_count.high : message.inference_count !== 0))
                writer.uint32(32).uint64(message.inference_count);
            if (message.execution_count != null && $Object.hasOwnProperty.call(message, "execution_count") && (typeof message.execution_count === "object" ? message.execution_count.low || message.execution_count.high : message.execution_count !== 0))
                writer.uint32(40).uint64(message.execution_count);
            if (message.inference_stats != null && $Object.hasOwnProperty.call(message, "inference_stats"))
                $root.inference.InferStatistics.encode(message.inference_stats, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.batch_stats != null && message.batch_stats.length)
                for (let i = 0; i < message.batch_stats.length; ++i)
                    $root.inference.InferBatchStatistics.encode(message.batch_stats[i], writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.memory_usage != null && message.memory_usage.length)
                for (let i = 0; i < message.memory_usage.length; ++i)
                    $root.inference.MemoryUsage.encode(message.memory_usage[i], writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.response_stats != null && $Object.hasOwnProperty.call(message, "response_stats"))
                for (let keys = $Object.keys(message.response_stats), i = 0; i < keys.length; ++i) {
                    writer.uint32(74).fork().uint32(10).string(keys[i]);
                    $root.inference.InferResponseStatistics.encode(message.response_stats[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelStatistics.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelStatistics)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelStatistics: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelStatistics();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            if (object.last_inference != null)
                if (typeof object.last_inference === "object" ? object.last_inference.low || object.last_inference.high : $Number(object.last_inference) !== 0)
                    if ($util.Long)
                        message.last_inference = $util.Long.fromValue(object.last_inference, true);
                    else if (typeof object.last_inference === "string")
                        message.last_inference = $parseInt(object.last_inference, 10);
                    else if (typeof object.last_inference === "number")
                        message.last_inference = object.last_inference;
                    else if (typeof object.last_inference === "object")
                        message.last_inference = new $util.LongBits(object.last_inference.low >>> 0, object.last_inference.high >>> 0).toNumber(true);
            if (object.inference_count != null)
                if (typeof object.inference_count === "object" ? object.inference_count.low || object.inference_count.high : $Number(object.inference_count) !== 0)
                    if ($util.Long)
                        message.inference_count = $util.Long.fromValue(object.inference_count, true);
                    else if (typeof object.inference_count === "string")
                        message.inference_count = $parseInt(object.inference_count, 10);
                    else if (typeof object.inference_count === "number")
                        message.inference_count = object.inference_count;
                    else if (typeof object.inference_count === "object")
                        message.inference_count = new $util.LongBits(object.inference_count.low >>> 0, object.inference_count.high >>> 0).toNumber(true);
            if (object.execution_count != null)
                if (typeof object.execution_count === "object" ? object.execution_count.low || object.execution_count.high : $Number(object.execution_count) !== 0)
                    if ($util.Long)
                        message.execution_count = $util.Long.fromValue(object.execution_count, true);
                    else if (typeof object.execution_count === "string")
                        message.execution_count = $parseInt(object.execution_count, 10);
                    else if (typeof object.execution_count === "number")
                        message.execution_count = object.execution_count;
                    else if (typeof object.execution_count === "object")
                        message.execution_count = new $util.LongBits(object.execution_count.low >>> 0, object.execution_count.high >>> 0).toNumber(true);
            if (object.inference_stats != null) {
                if (!$util.isObject(object.inference_stats))
                    throw $TypeError(".inference.ModelStatistics.inference_stats: object expected");
                message.inference_stats = $root.inference.InferStatistics.fromObject(object.inference_stats, _depth + 1);
            }
            if (object.batch_stats) {
                if (!$Array.isArray(object.batch_stats))
                    throw $TypeError(".inference.ModelStatistics.batch_stats: array expected");
                message.batch_stats = $Array(object.batch_stats.length);
                for (let i = 0; i < object.batch_stats.length; ++i) {
                    if (!$util.isObject(object.batch_stats[i]))
                        throw $TypeError(".inference.ModelStatistics.batch_stats: object expected");
                    message.batch_stats[i] = $root.inference.InferBatchStatistics.fromObject(object.batch_stats[i], _depth + 1);
                }
            }
            if (object.memory_usage) {
                if (!$Array.isArray(object.memory_usage))
                    throw $TypeError(".inference.ModelStatistics.memory_usage: array expected");
                message.memory_usage = $Array(object.memory_usage.length);
                for (let i = 0; i < object.memory_usage.length; ++i) {
                    if (!$util.isObject(object.memory_usage[i]))
                        throw $TypeError(".inference.ModelStatistics.memory_usage: object expected");
                    message.memory_usage[i] = $root.inference.MemoryUsage.fromObject(object.memory_usage[i], _depth + 1);
                }
            }
            if (object.response_stats) {
                if (!$util.isObject(object.response_stats))
                    throw $TypeError(".inference.ModelStatistics.response_stats: object expected");
                message.response_stats = {};
                for (let keys = $Object.keys(object.response_stats), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.response_stats, keys[i]);
                    if (!$util.isObject(object.response_stats[keys[i]]))
                        throw $TypeError(".inference.ModelStatistics.response_stats: object expected");
                    message.response_stats[keys[i]] = $root.inference.InferResponseStatistics.fromObject(object.response_stats[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        ModelStatistics.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.batch_stats = [];
                object.memory_usage = [];
            }
            if (options.objects || options.defaults)
                object.response_stats = {};
            if (options.defaults) {
                object.name = "";
                object.version = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.last_inference = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.last_inference = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.inference_count = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.inference_count = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.execution_count = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.execution_count = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.inference_stats = null;
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            if (message.last_inference != null && $Object.hasOwnProperty.call(message, "last_inference"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.last_inference = typeof message.last_inference === "number" ? $BigInt(message.last_inference) : $util.Long.fromBits(message.last_inference.low >>> 0, message.last_inference.high >>> 0, true).toBigInt();
                else if (typeof message.last_inference === "number")
                    object.last_inference = options.longs === $String ? $String(message.last_inference) : message.last_inference;
                else
                    object.last_inference = options.longs === $String ? $util.Long.prototype.toString.call(message.last_inference) : options.longs === $Number ? new $util.LongBits(message.last_inference.low >>> 0, message.last_inference.high >>> 0).toNumber(true) : message.last_inference;
            if (message.inference_count != null && $Object.hasOwnProperty.call(message, "inference_count"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.inference_count = typeof message.inference_count === "number" ? $BigInt(message.inference_count) : $util.Long.fromBits(message.inference_count.low >>> 0, message.inference_count.high >>> 0, true).toBigInt();
                else if (typeof message.inference_count === "number")
                    object.inference_count = options.longs === $String ? $String(message.inference_count) : message.inference_count;
                else
                    object.inference_count = options.longs === $String ? $util.Long.prototype.toString.call(message.inference_count) : options.longs === $Number ? new $util.LongBits(message.inference_count.low >>> 0, message.inference_count.high >>> 0).toNumber(true) : message.inference_count;
            if (message.execution_count != null && $Object.hasOwnProperty.call(message, "execution_count"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.execution_count = typeof message.execution_count === "number" ? $BigInt(message.execution_count) : $util.Long.fromBits(message.execution_count.low >>> 0, message.execution_count.high >>> 0, true).toBigInt();
                else if (typeof message.execution_count === "number")
                    object.execution_count = options.longs === $String ? $String(message.execution_count) : message.execution_count;
                else
                    object.execution_count = options.longs === $String ? $util.Long.prototype.toString.call(message.execution_count) : options.longs === $Number ? new $util.LongBits(message.execution_count.low >>> 0, message.execution_count.high >>> 0).toNumber(true) : message.execution_count;
            if (message.inference_stats != null && $Object.hasOwnProperty.call(message, "inference_stats"))
                object.inference_stats = $root.inference.InferStatistics.toObject(message.inference_stats, options, _depth + 1);
            if (message.batch_stats && message.batch_stats.length) {
                object.batch_stats = $Array(message.batch_stats.length);
                for (let j = 0; j < message.batch_stats.length; ++j)
                    object.batch_stats[j] = $root.inference.InferBatchStatistics.toObject(message.batch_stats[j], options, _depth + 1);
            }
            if (message.memory_usage && message.memory_usage.length) {
                object.memory_usage = $Array(message.memory_usage.length);
                for (let j = 0; j < message.memory_usage.length; ++j)
                    object.memory_usage[j] = $root.inference.MemoryUsage.toObject(message.memory_usage[j], options, _depth + 1);
            }
            let keys2;
            if (message.response_stats && (keys2 = $Object.keys(message.response_stats)).length) {
                object.response_stats = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.response_stats, keys2[j]);
                    object.response_stats[keys2[j]] = $root.inference.InferResponseStatistics.toObject(message.response_stats[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        ModelStatistics.prototype.toJSON = function() {
            return ModelStatistics.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelStatistics;
    })();

    inference.ModelStatisticsResponse = (function() {

        const ModelStatisticsResponse = function (properties) {
            this.model_stats = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelStatisticsResponse.prototype.model_stats = $util.emptyArray;

        ModelStatisticsResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.model_stats != null && message.model_stats.length)
                for (let i = 0; i < message.model_stats.length; ++i)
                    $root.inference.ModelStatistics.encode(message.model_stats[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelStatisticsResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelStatisticsResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelStatisticsResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelStatisticsResponse();
            if (object.model_stats) {
                if (!$Array.isArray(object.model_stats))
                    throw $TypeError(".inference.ModelStatisticsResponse.model_stats: array expected");
                message.model_stats = $Array(object.model_stats.length);
                for (let i = 0; i < object.model_stats.length; ++i) {
                    if (!$util.isObject(object.model_stats[i]))
                        throw $TypeError(".inference.ModelStatisticsResponse.model_stats: object expected");
                    message.model_stats[i] = $root.inference.ModelStatistics.fromObject(object.model_stats[i], _depth + 1);
                }
            }
            return message;
        };

        ModelStatisticsResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.model_stats = [];
            if (message.model_stats && message.model_stats.length) {
                object.model_stats = $Array(message.model_stats.length);
                for (let j = 0; j < message.model_stats.length; ++j)
                    object.model_stats[j] = $root.inference.ModelStatistics.toObject(message.model_stats[j], options, _depth + 1);
            }
            return object;
        };

        ModelStatisticsResponse.prototype.toJSON = function() {
            return ModelStatisticsResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelStatisticsResponse;
    })();

    inference.RepositoryIndexResponse = (function() {

        const RepositoryIndexResponse = function (properties) {
            this.models = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RepositoryIndexResponse.prototype.models = $util.emptyArray;

        RepositoryIndexResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.models != null && message.models.length)
                for (let i = 0; i < message.models.length; ++i)
                    $root.inference.RepositoryIndexResponse.ModelIndex.encode(message.models[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RepositoryIndexResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.RepositoryIndexResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.RepositoryIndexResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.RepositoryIndexResponse();
            if (object.models) {
                if (!$Array.isArray(object.models))
                    throw $TypeError(".inference.RepositoryIndexResponse.models: array expected");
                message.models = $Array(object.models.length);
                for (let i = 0; i < object.models.length; ++i) {
                    if (!$util.isObject(object.models[i]))
                        throw $TypeError(".inference.RepositoryIndexResponse.models: object expected");
                    message.models[i] = $root.inference.RepositoryIndexResponse.ModelIndex.fromObject(object.models[i], _depth + 1);
                }
            }
            return message;
        };

        RepositoryIndexResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.models = [];
            if (message.models && message.models.length) {
                object.models = $Array(message.models.length);
                for (let j = 0; j < message.models.length; ++j)
                    object.models[j] = $root.inference.RepositoryIndexResponse.ModelIndex.toObject(message.models[j], options, _depth + 1);
            }
            return object;
        };

        RepositoryIndexResponse.prototype.toJSON = function() {
            return RepositoryIndexResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        RepositoryIndexResponse.ModelIndex = (function() {

            const ModelIndex = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ModelIndex.prototype.name = "";
            ModelIndex.prototype.version = "";
            ModelIndex.prototype.state = "";
            ModelIndex.prototype.reason = "";

            ModelIndex.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                    writer.uint32(18).string(message.version);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(26).string(message.state);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ModelIndex.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.RepositoryIndexResponse.ModelIndex)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.RepositoryIndexResponse.ModelIndex: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.RepositoryIndexResponse.ModelIndex();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.version != null)
                    if (typeof object.version !== "string" || object.version.length)
                        message.version = $String(object.version);
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            ModelIndex.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.version = "";
                    object.state = "";
                    object.reason = "";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    object.version = message.version;
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            ModelIndex.prototype.toJSON = function() {
                return ModelIndex.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ModelIndex;
        })();

        return RepositoryIndexResponse;
    })();

    inference.RepositoryModelLoadResponse = (function() {

        const RepositoryModelLoadResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RepositoryModelLoadResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RepositoryModelLoadResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.RepositoryModelLoadResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.RepositoryModelLoadResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.RepositoryModelLoadResponse();
        };

        RepositoryModelLoadResponse.toObject = function () {
            return {};
        };

        RepositoryModelLoadResponse.prototype.toJSON = function() {
            return RepositoryModelLoadResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return RepositoryModelLoadResponse;
    })();

    inference.RepositoryModelUnloadResponse = (function() {

        const RepositoryModelUnloadResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RepositoryModelUnloadResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        RepositoryModelUnloadResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.RepositoryModelUnloadResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.RepositoryModelUnloadResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.RepositoryModelUnloadResponse();
        };

        RepositoryModelUnloadResponse.toObject = function () {
            return {};
        };

        RepositoryModelUnloadResponse.prototype.toJSON = function() {
            return RepositoryModelUnloadResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return RepositoryModelUnloadResponse;
    })();

    inference.SystemSharedMemoryStatusResponse = (function() {

        const SystemSharedMemoryStatusResponse = function (properties) {
            this.regions = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SystemSharedMemoryStatusResponse.prototype.regions = $util.emptyObject;

        SystemSharedMemoryStatusResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.regions != null && $Object.hasOwnProperty.call(message, "regions"))
                for (let keys = $Object.keys(message.regions), i = 0; i < keys.length; ++i) {
                    writer.uint32(10).fork().uint32(10).string(keys[i]);
                    $root.inference.SystemSharedMemoryStatusResponse.RegionStatus.encode(message.regions[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SystemSharedMemoryStatusResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.SystemSharedMemoryStatusResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.SystemSharedMemoryStatusResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.SystemSharedMemoryStatusResponse();
            if (object.regions) {
                if (!$util.isObject(object.regions))
                    throw $TypeError(".inference.SystemSharedMemoryStatusResponse.regions: object expected");
                message.regions = {};
                for (let keys = $Object.keys(object.regions), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.regions, keys[i]);
                    if (!$util.isObject(object.regions[keys[i]]))
                        throw $TypeError(".inference.SystemSharedMemoryStatusResponse.regions: object expected");
                    message.regions[keys[i]] = $root.inference.SystemSharedMemoryStatusResponse.RegionStatus.fromObject(object.regions[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        SystemSharedMemoryStatusResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.regions = {};
            let keys2;
            if (message.regions && (keys2 = $Object.keys(message.regions)).length) {
                object.regions = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.regions, keys2[j]);
                    object.regions[keys2[j]] = $root.inference.SystemSharedMemoryStatusResponse.RegionStatus.toObject(message.regions[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        SystemSharedMemoryStatusResponse.prototype.toJSON = function() {
            return SystemSharedMemoryStatusResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        SystemSharedMemoryStatusResponse.RegionStatus = (function() {

            const RegionStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RegionStatus.prototype.name = "";
            RegionStatus.prototype.key = "";
            RegionStatus.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RegionStatus.prototype.byte_size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            RegionStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                    writer.uint32(18).string(message.key);
                if (message.offset != null && $Object.hasOwnProperty.call(message, "offset") && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                    writer.uint32(24).uint64(message.offset);
                if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size") && (typeof message.byte_size === "object" ? message.byte_size.low || message.byte_size.high : message.byte_size !== 0))
                    writer.uint32(32).uint64(message.byte_size);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RegionStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.SystemSharedMemoryStatusResponse.RegionStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.SystemSharedMemoryStatusResponse.RegionStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.SystemSharedMemoryStatusResponse.RegionStatus();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.key != null)
                    if (typeof object.key !== "string" || object.key.length)
                        message.key = $String(object.key);
                if (object.offset != null)
                    if (typeof object.offset === "object" ? object.offset.low || object.offset.high : $Number(object.offset) !== 0)
                        if ($util.Long)
                            message.offset = $util.Long.fromValue(object.offset, true);
                        else if (typeof object.offset === "string")
                            message.offset = $parseInt(object.offset, 10);
                        else if (typeof object.offset === "number")
                            message.offset = object.offset;
                        else if (typeof object.offset === "object")
                            message.offset = new $util.LongBits(object.offset.low >>> 0, object.offset.high >>> 0).toNumber(true);
                if (object.byte_size != null)
                    if (typeof object.byte_size === "object" ? object.byte_size.low || object.byte_size.high : $Number(object.byte_size) !== 0)
                        if ($util.Long)
                            message.byte_size = $util.Long.fromValue(object.byte_size, true);
                        else if (typeof object.byte_size === "string")
                            message.byte_size = $parseInt(object.byte_size, 10);
                        else if (typeof object.byte_size === "number")
                            message.byte_size = object.byte_size;
                        else if (typeof object.byte_size === "object")
                            message.byte_size = new $util.LongBits(object.byte_size.low >>> 0, object.byte_size.high >>> 0).toNumber(true);
                return message;
            };

            RegionStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.key = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.offset = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.offset = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.byte_size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.byte_size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.key != null && $Object.hasOwnProperty.call(message, "key"))
                    object.key = message.key;
                if (message.offset != null && $Object.hasOwnProperty.call(message, "offset"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.offset = typeof message.offset === "number" ? $BigInt(message.offset) : $util.Long.fromBits(message.offset.low >>> 0, message.offset.high >>> 0, true).toBigInt();
                    else if (typeof message.offset === "number")
                        object.offset = options.longs === $String ? $String(message.offset) : message.offset;
                    else
                        object.offset = options.longs === $String ? $util.Long.prototype.toString.call(message.offset) : options.longs === $Number ? new $util.LongBits(message.offset.low >>> 0, message.offset.high >>> 0).toNumber(true) : message.offset;
                if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.byte_size = typeof message.byte_size === "number" ? $BigInt(message.byte_size) : $util.Long.fromBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0, true).toBigInt();
                    else if (typeof message.byte_size === "number")
                        object.byte_size = options.longs === $String ? $String(message.byte_size) : message.byte_size;
                    else
                        object.byte_size = options.longs === $String ? $util.Long.prototype.toString.call(message.byte_size) : options.longs === $Number ? new $util.LongBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0).toNumber(true) : message.byte_size;
                return object;
            };

            RegionStatus.prototype.toJSON = function() {
                return RegionStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RegionStatus;
        })();

        return SystemSharedMemoryStatusResponse;
    })();

    inference.SystemSharedMemoryRegisterResponse = (function() {

        const SystemSharedMemoryRegisterResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SystemSharedMemoryRegisterResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SystemSharedMemoryRegisterResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.SystemSharedMemoryRegisterResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.SystemSharedMemoryRegisterResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.SystemSharedMemoryRegisterResponse();
        };

        SystemSharedMemoryRegisterResponse.toObject = function () {
            return {};
        };

        SystemSharedMemoryRegisterResponse.prototype.toJSON = function() {
            return SystemSharedMemoryRegisterResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return SystemSharedMemoryRegisterResponse;
    })();

    inference.SystemSharedMemoryUnregisterResponse = (function() {

        const SystemSharedMemoryUnregisterResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SystemSharedMemoryUnregisterResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        SystemSharedMemoryUnregisterResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.SystemSharedMemoryUnregisterResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.SystemSharedMemoryUnregisterResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.SystemSharedMemoryUnregisterResponse();
        };

        SystemSharedMemoryUnregisterResponse.toObject = function () {
            return {};
        };

        SystemSharedMemoryUnregisterResponse.prototype.toJSON = function() {
            return SystemSharedMemoryUnregisterResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return SystemSharedMemoryUnregisterResponse;
    })();

    inference.CudaSharedMemoryStatusResponse = (function() {

        const CudaSharedMemoryStatusResponse = function (properties) {
            this.regions = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CudaSharedMemoryStatusResponse.prototype.regions = $util.emptyObject;

        CudaSharedMemoryStatusResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.regions != null && $Object.hasOwnProperty.call(message, "regions"))
                for (let keys = $Object.keys(message.regions), i = 0; i < keys.length; ++i) {
                    writer.uint32(10).fork().uint32(10).string(keys[i]);
                    $root.inference.CudaSharedMemoryStatusResponse.RegionStatus.encode(message.regions[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CudaSharedMemoryStatusResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.CudaSharedMemoryStatusResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.CudaSharedMemoryStatusResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.CudaSharedMemoryStatusResponse();
            if (object.regions) {
                if (!$util.isObject(object.regions))
                    throw $TypeError(".inference.CudaSharedMemoryStatusResponse.regions: object expected");
                message.regions = {};
                for (let keys = $Object.keys(object.regions), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.regions, keys[i]);
                    if (!$util.isObject(object.regions[keys[i]]))
                        throw $TypeError(".inference.CudaSharedMemoryStatusResponse.regions: object expected");
                    message.regions[keys[i]] = $root.inference.CudaSharedMemoryStatusResponse.RegionStatus.fromObject(object.regions[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        CudaSharedMemoryStatusResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.regions = {};
            let keys2;
            if (message.regions && (keys2 = $Object.keys(message.regions)).length) {
                object.regions = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.regions, keys2[j]);
                    object.regions[keys2[j]] = $root.inference.CudaSharedMemoryStatusResponse.RegionStatus.toObject(message.regions[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        CudaSharedMemoryStatusResponse.prototype.toJSON = function() {
            return CudaSharedMemoryStatusResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        CudaSharedMemoryStatusResponse.RegionStatus = (function() {

            const RegionStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RegionStatus.prototype.name = "";
            RegionStatus.prototype.device_id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RegionStatus.prototype.byte_size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            RegionStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && (typeof message.device_id === "object" ? message.device_id.low || message.device_id.high : message.device_id !== 0))
                    writer.uint32(16).uint64(message.device_id);
                if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size") && (typeof message.byte_size === "object" ? message.byte_size.low || message.byte_size.high : message.byte_size !== 0))
                    writer.uint32(24).uint64(message.byte_size);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RegionStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.CudaSharedMemoryStatusResponse.RegionStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.CudaSharedMemoryStatusResponse.RegionStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.CudaSharedMemoryStatusResponse.RegionStatus();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.device_id != null)
                    if (typeof object.device_id === "object" ? object.device_id.low || object.device_id.high : $Number(object.device_id) !== 0)
                        if ($util.Long)
                            message.device_id = $util.Long.fromValue(object.device_id, true);
                        else if (typeof object.device_id === "string")
                            message.device_id = $parseInt(object.device_id, 10);
                        else if (typeof object.device_id === "number")
                            message.device_id = object.device_id;
                        else if (typeof object.device_id === "object")
                            message.device_id = new $util.LongBits(object.device_id.low >>> 0, object.device_id.high >>> 0).toNumber(true);
                if (object.byte_size != null)
                    if (typeof object.byte_size === "object" ? object.byte_size.low || object.byte_size.high : $Number(object.byte_size) !== 0)
                        if ($util.Long)
                            message.byte_size = $util.Long.fromValue(object.byte_size, true);
                        else if (typeof object.byte_size === "string")
                            message.byte_size = $parseInt(object.byte_size, 10);
                        else if (typeof object.byte_size === "number")
                            message.byte_size = object.byte_size;
                        else if (typeof object.byte_size === "object")
                            message.byte_size = new $util.LongBits(object.byte_size.low >>> 0, object.byte_size.high >>> 0).toNumber(true);
                return message;
            };

            RegionStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.device_id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.device_id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.byte_size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.byte_size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.device_id = typeof message.device_id === "number" ? $BigInt(message.device_id) : $util.Long.fromBits(message.device_id.low >>> 0, message.device_id.high >>> 0, true).toBigInt();
                    else if (typeof message.device_id === "number")
                        object.device_id = options.longs === $String ? $String(message.device_id) : message.device_id;
                    else
                        object.device_id = options.longs === $String ? $util.Long.prototype.toString.call(message.device_id) : options.longs === $Number ? new $util.LongBits(message.device_id.low >>> 0, message.device_id.high >>> 0).toNumber(true) : message.device_id;
                if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.byte_size = typeof message.byte_size === "number" ? $BigInt(message.byte_size) : $util.Long.fromBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0, true).toBigInt();
                    else if (typeof message.byte_size === "number")
                        object.byte_size = options.longs === $String ? $String(message.byte_size) : message.byte_size;
                    else
                        object.byte_size = options.longs === $String ? $util.Long.prototype.toString.call(message.byte_size) : options.longs === $Number ? new $util.LongBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0).toNumber(true) : message.byte_size;
                return object;
            };

            RegionStatus.prototype.toJSON = function() {
                return RegionStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RegionStatus;
        })();

        return CudaSharedMemoryStatusResponse;
    })();

    inference.CudaSharedMemoryRegisterResponse = (function() {

        const CudaSharedMemoryRegisterResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CudaSharedMemoryRegisterResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CudaSharedMemoryRegisterResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.CudaSharedMemoryRegisterResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.CudaSharedMemoryRegisterResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.CudaSharedMemoryRegisterResponse();
        };

        CudaSharedMemoryRegisterResponse.toObject = function () {
            return {};
        };

        CudaSharedMemoryRegisterResponse.prototype.toJSON = function() {
            return CudaSharedMemoryRegisterResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return CudaSharedMemoryRegisterResponse;
    })();

    inference.CudaSharedMemoryUnregisterResponse = (function() {

        const CudaSharedMemoryUnregisterResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CudaSharedMemoryUnregisterResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        CudaSharedMemoryUnregisterResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.CudaSharedMemoryUnregisterResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.CudaSharedMemoryUnregisterResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.CudaSharedMemoryUnregisterResponse();
        };

        CudaSharedMemoryUnregisterResponse.toObject = function () {
            return {};
        };

        CudaSharedMemoryUnregisterResponse.prototype.toJSON = function() {
            return CudaSharedMemoryUnregisterResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return CudaSharedMemoryUnregisterResponse;
    })();

    inference.TraceSettingResponse = (function() {

        const TraceSettingResponse = function (properties) {
            this.settings = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TraceSettingResponse.prototype.settings = $util.emptyObject;

        TraceSettingResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                for (let keys = $Object.keys(message.settings), i = 0; i < keys.length; ++i) {
                    writer.uint32(10).fork().uint32(10).string(keys[i]);
                    $root.inference.TraceSettingResponse.SettingValue.encode(message.settings[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        TraceSettingResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.TraceSettingResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.TraceSettingResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.TraceSettingResponse();
            if (object.settings) {
                if (!$util.isObject(object.settings))
                    throw $TypeError(".inference.TraceSettingResponse.settings: object expected");
                message.settings = {};
                for (let keys = $Object.keys(object.settings), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.settings, keys[i]);
                    if (!$util.isObject(object.settings[keys[i]]))
                        throw $TypeError(".inference.TraceSettingResponse.settings: object expected");
                    message.settings[keys[i]] = $root.inference.TraceSettingResponse.SettingValue.fromObject(object.settings[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        TraceSettingResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.settings = {};
            let keys2;
            if (message.settings && (keys2 = $Object.keys(message.settings)).length) {
                object.settings = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.settings, keys2[j]);
                    object.settings[keys2[j]] = $root.inference.TraceSettingResponse.SettingValue.toObject(message.settings[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        TraceSettingResponse.prototype.toJSON = function() {
            return TraceSettingResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        TraceSettingResponse.SettingValue = (function() {

            const SettingValue = function (properties) {
                this.value = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingValue.prototype.value = $util.emptyArray;

            SettingValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && message.value.length)
                    for (let i = 0; i < message.value.length; ++i)
                        writer.uint32(10).string(message.value[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SettingValue.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.TraceSettingResponse.SettingValue)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.TraceSettingResponse.SettingValue: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.TraceSettingResponse.SettingValue();
                if (object.value) {
                    if (!$Array.isArray(object.value))
                        throw $TypeError(".inference.TraceSettingResponse.SettingValue.value: array expected");
                    message.value = $Array(object.value.length);
                    for (let i = 0; i < object.value.length; ++i)
                        message.value[i] = $String(object.value[i]);
                }
                return message;
            };

            SettingValue.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.value = [];
                if (message.value && message.value.length) {
                    object.value = $Array(message.value.length);
                    for (let j = 0; j < message.value.length; ++j)
                        object.value[j] = message.value[j];
                }
                return object;
            };

            SettingValue.prototype.toJSON = function() {
                return SettingValue.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SettingValue;
        })();

        return TraceSettingResponse;
    })();

    inference.LogSettingsResponse = (function() {

        const LogSettingsResponse = function (properties) {
            this.settings = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        LogSettingsResponse.prototype.settings = $util.emptyObject;

        LogSettingsResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.settings != null && $Object.hasOwnProperty.call(message, "settings"))
                for (let keys = $Object.keys(message.settings), i = 0; i < keys.length; ++i) {
                    writer.uint32(10).fork().uint32(10).string(keys[i]);
                    $root.inference.LogSettingsResponse.SettingValue.encode(message.settings[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        LogSettingsResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.LogSettingsResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.LogSettingsResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.LogSettingsResponse();
            if (object.settings) {
                if (!$util.isObject(object.settings))
                    throw $TypeError(".inference.LogSettingsResponse.settings: object expected");
                message.settings = {};
                for (let keys = $Object.keys(object.settings), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.settings, keys[i]);
                    if (!$util.isObject(object.settings[keys[i]]))
                        throw $TypeError(".inference.LogSettingsResponse.settings: object expected");
                    message.settings[keys[i]] = $root.inference.LogSettingsResponse.SettingValue.fromObject(object.settings[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        LogSettingsResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.settings = {};
            let keys2;
            if (message.settings && (keys2 = $Object.keys(message.settings)).length) {
                object.settings = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.settings, keys2[j]);
                    object.settings[keys2[j]] = $root.inference.LogSettingsResponse.SettingValue.toObject(message.settings[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        LogSettingsResponse.prototype.toJSON = function() {
            return LogSettingsResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        LogSettingsResponse.SettingValue = (function() {

            const SettingValue = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingValue.prototype.bool_param = null;
            SettingValue.prototype.uint32_param = null;
            SettingValue.prototype.string_param = null;

            let $oneOfFields;

            $Object.defineProperty(SettingValue.prototype, "parameter_choice", {
                get: $util.oneOfGetter($oneOfFields = ["bool_param", "uint32_param", "string_param"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SettingValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bool_param != null && $Object.hasOwnProperty.call(message, "bool_param"))
                    writer.uint32(8).bool(message.bool_param);
                if (message.uint32_param != null && $Object.hasOwnProperty.call(message, "uint32_param"))
                    writer.uint32(16).uint32(message.uint32_param);
                if (message.string_param != null && $Object.hasOwnProperty.call(message, "string_param"))
                    writer.uint32(26).string(message.string_param);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SettingValue.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.LogSettingsResponse.SettingValue)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.LogSettingsResponse.SettingValue: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.LogSettingsResponse.SettingValue();
                if (object.bool_param != null)
                    message.bool_param = $Boolean(object.bool_param);
                if (object.uint32_param != null)
                    message.uint32_param = object.uint32_param >>> 0;
                if (object.string_param != null)
                    message.string_param = $String(object.string_param);
                return message;
            };

            SettingValue.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.bool_param != null && $Object.hasOwnProperty.call(message, "bool_param")) {
                    object.bool_param = message.bool_param;
                    if (options.oneofs)
                        object.parameter_choice = "bool_param";
                }
                if (message.uint32_param != null && $Object.hasOwnProperty.call(message, "uint32_param")) {
                    object.uint32_param = message.uint32_param;
                    if (options.oneofs)
                        object.parameter_choice = "uint32_param";
                }
                if (message.string_param != null && $Object.hasOwnProperty.call(message, "string_param")) {
                    object.string_param = message.string_param;
                    if (options.oneofs)
                        object.parameter_choice = "string_param";
                }
                return object;
            };

            SettingValue.prototype.toJSON = function() {
                return SettingValue.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SettingValue;
        })();

        return LogSettingsResponse;
    })();

    inference.ModelConfigResponse = (function() {

        const ModelConfigResponse = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelConfigResponse.prototype.config = null;

        ModelConfigResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                $root.inference.ModelConfig.encode(message.config, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelConfigResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelConfigResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelConfigResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelConfigResponse();
            if (object.config != null) {
                if (!$util.isObject(object.config))
                    throw $TypeError(".inference.ModelConfigResponse.config: object expected");
                message.config = $root.inference.ModelConfig.fromObject(object.config, _depth + 1);
            }
            return message;
        };

        ModelConfigResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.config = null;
            if (message.config != null && $Object.hasOwnProperty.call(message, "config"))
                object.config = $root.inference.ModelConfig.toObject(message.config, options, _depth + 1);
            return object;
        };

        ModelConfigResponse.prototype.toJSON = function() {
            return ModelConfigResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelConfigResponse;
    })();

    inference.DataType = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "TYPE_INVALID"] = 0;
        values[valuesById[1] = "TYPE_BOOL"] = 1;
        values[valuesById[2] = "TYPE_UINT8"] = 2;
        values[valuesById[3] = "TYPE_UINT16"] = 3;
        values[valuesById[4] = "TYPE_UINT32"] = 4;
        values[valuesById[5] = "TYPE_UINT64"] = 5;
        values[valuesById[6] = "TYPE_INT8"] = 6;
        values[valuesById[7] = "TYPE_INT16"] = 7;
        values[valuesById[8] = "TYPE_INT32"] = 8;
        values[valuesById[9] = "TYPE_INT64"] = 9;
        values[valuesById[10] = "TYPE_FP16"] = 10;
        values[valuesById[11] = "TYPE_FP32"] = 11;
        values[valuesById[12] = "TYPE_FP64"] = 12;
        values[valuesById[13] = "TYPE_STRING"] = 13;
        values[valuesById[14] = "TYPE_BF16"] = 14;
        return values;
    })();

    inference.ModelRateLimiter = (function() {

        const ModelRateLimiter = function (properties) {
            this.resources = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelRateLimiter.prototype.resources = $util.emptyArray;
        ModelRateLimiter.prototype.priority = 0;

        ModelRateLimiter.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resources != null && message.resources.length)
                for (let i = 0; i < message.resources.length; ++i)
                    $root.inference.ModelRateLimiter.Resource.encode(message.resources[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                writer.uint32(16).uint32(message.priority);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelRateLimiter.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelRateLimiter)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelRateLimiter: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelRateLimiter();
            if (object.resources) {
                if (!$Array.isArray(object.resources))
                    throw $TypeError(".inference.ModelRateLimiter.resources: array expected");
                message.resources = $Array(object.resources.length);
                for (let i = 0; i < object.resources.length; ++i) {
                    if (!$util.isObject(object.resources[i]))
                        throw $TypeError(".inference.ModelRateLimiter.resources: object expected");
                    message.resources[i] = $root.inference.ModelRateLimiter.Resource.fromObject(object.resources[i], _depth + 1);
                }
            }
            if (object.priority != null)
                if ($Number(object.priority) !== 0)
                    message.priority = object.priority >>> 0;
            return message;
        };

        ModelRateLimiter.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.resources = [];
            if (options.defaults)
                object.priority = 0;
            if (message.resources && message.resources.length) {
                object.resources = $Array(message.resources.length);
                for (let j = 0; j < message.resources.length; ++j)
                    object.resources[j] = $root.inference.ModelRateLimiter.Resource.toObject(message.resources[j], options, _depth + 1);
            }
            if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                object.priority = message.priority;
            return object;
        };

        ModelRateLimiter.prototype.toJSON = function() {
            return ModelRateLimiter.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelRateLimiter.Resource = (function() {

            const Resource = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Resource.prototype.name = "";
            Resource.prototype.global = false;
            Resource.prototype.count = 0;

            Resource.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.global != null && $Object.hasOwnProperty.call(message, "global") && message.global !== false)
                    writer.uint32(16).bool(message.global);
                if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                    writer.uint32(24).uint32(message.count);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Resource.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelRateLimiter.Resource)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelRateLimiter.Resource: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelRateLimiter.Resource();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.global != null)
                    if (object.global)
                        message.global = $Boolean(object.global);
                if (object.count != null)
                    if ($Number(object.count) !== 0)
                        message.count = object.count >>> 0;
                return message;
            };

            Resource.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.name = "";
                    object.global = false;
                    object.count = 0;
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.global != null && $Object.hasOwnProperty.call(message, "global"))
                    object.global = message.global;
                if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                    object.count = message.count;
                return object;
            };

            Resource.prototype.toJSON = function() {
                return Resource.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Resource;
        })();

        return ModelRateLimiter;
    })();

    inference.ModelInstanceGroup = (function() {

        const ModelInstanceGroup = function (properties) {
            this.gpus = [];
            this.profile = [];
            this.secondary_devices = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelInstanceGroup.prototype.name = "";
        ModelInstanceGroup.prototype.count = 0;
        ModelInstanceGroup.prototype.gpus = $util.emptyArray;
        ModelInstanceGroup.prototype.kind = 0;
        ModelInstanceGroup.prototype.profile = $util.emptyArray;
        ModelInstanceGroup.prototype.rate_limiter = null;
        ModelInstanceGroup.prototype.passive = false;
        ModelInstanceGroup.prototype.secondary_devices = $util.emptyArray;
        ModelInstanceGroup.prototype.host_policy = "";

        ModelInstanceGroup.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                writer.uint32(16).int32(message.count);
            if (message.gpus != null && message.gpus.length)
                writer.uint32(26).int32s(message.gpus);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(32).int32(message.kind);
            if (message.profile != null && message.profile.length)
                for (let i = 0; i < message.profile.length; ++i)
                    writer.uint32(42).string(message.profile[i]);
            if (message.rate_limiter != null && $Object.hasOwnProperty.call(message, "rate_limiter"))
                $root.inference.ModelRateLimiter.encode(message.rate_limiter, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.passive != null && $Object.hasOwnProperty.call(message, "passive") && message.passive !== false)
                writer.uint32(56).bool(message.passive);
            if (message.secondary_devices != null && message.secondary_devices.length)
                for (let i = 0; i < message.secondary_devices.length; ++i)
                    $root.inference.ModelInstanceGroup.SecondaryDevice.encode(message.secondary_devices[i], writer.uint32(66).fork(), _depth + 1).ldelim();
            if (message.host_policy != null && $Object.hasOwnProperty.call(message, "host_policy") && message.host_policy !== "")
                writer.uint32(74).string(message.host_policy);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelInstanceGroup.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelInstanceGroup)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelInstanceGroup: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelInstanceGroup();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.count != null)
                if ($Number(object.count) !== 0)
                    message.count = object.count | 0;
            if (object.gpus) {
                if (!$Array.isArray(object.gpus))
                    throw $TypeError(".inference.ModelInstanceGroup.gpus: array expected");
                message.gpus = $Array(object.gpus.length);
                for (let i = 0; i < object.gpus.length; ++i)
                    message.gpus[i] = object.gpus[i] | 0;
            }
            if (object.kind !== 0 && (typeof object.kind !== "string" || $root.inference.ModelInstanceGroup.Kind[object.kind] !== 0))
                switch (object.kind) {
                case "KIND_AUTO":
                case 0:
                    message.kind = 0;
                    break;
                case "KIND_GPU":
                case 1:
                    message.kind = 1;
                    break;
                case "KIND_CPU":
                case 2:
                    message.kind = 2;
                    break;
                case "KIND_MODEL":
                case 3:
                    message.kind = 3;
                    break;
                default:
                    if (typeof object.kind === "number" && (object.kind | 0) === object.kind)
                        message.kind = object.kind;
                }
            if (object.profile) {
                if (!$Array.isArray(object.profile))
                    throw $TypeError(".inference.ModelInstanceGroup.profile: array expected");
                message.profile = $Array(object.profile.length);
                for (let i = 0; i < object.profile.length; ++i)
                    message.profile[i] = $String(object.profile[i]);
            }
            if (object.rate_limiter != null) {
                if (!$util.isObject(object.rate_limiter))
                    throw $TypeError(".inference.ModelInstanceGroup.rate_limiter: object expected");
                message.rate_limiter = $root.inference.ModelRateLimiter.fromObject(object.rate_limiter, _depth + 1);
            }
            if (object.passive != null)
                if (object.passive)
                    message.passive = $Boolean(object.passive);
            if (object.secondary_devices) {
                if (!$Array.isArray(object.secondary_devices))
                    throw $TypeError(".inference.ModelInstanceGroup.secondary_devices: array expected");
                message.secondary_devices = $Array(object.secondary_devices.length);
                for (let i = 0; i < object.secondary_devices.length; ++i) {
                    if (!$util.isObject(object.secondary_devices[i]))
                        throw $TypeError(".inference.ModelInstanceGroup.secondary_devices: object expected");
                    message.secondary_devices[i] = $root.inference.ModelInstanceGroup.SecondaryDevice.fromObject(object.secondary_devices[i], _depth + 1);
                }
            }
            if (object.host_policy != null)
                if (typeof object.host_policy !== "string" || object.host_policy.length)
                    message.host_policy = $String(object.host_policy);
            return message;
        };

        ModelInstanceGroup.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.gpus = [];
                object.profile = [];
                object.secondary_devices = [];
            }
            if (options.defaults) {
                object.name = "";
                object.count = 0;
                object.kind = options.enums === $String ? "KIND_AUTO" : 0;
                object.rate_limiter = null;
                object.passive = false;
                object.host_policy = "";
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                object.count = message.count;
            if (message.gpus && message.gpus.length) {
                object.gpus = $Array(message.gpus.length);
                for (let j = 0; j < message.gpus.length; ++j)
                    object.gpus[j] = message.gpus[j];
            }
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = options.enums === $String ? $root.inference.ModelInstanceGroup.Kind[message.kind] === $undefined ? message.kind : $root.inference.ModelInstanceGroup.Kind[message.kind] : message.kind;
            if (message.profile && message.profile.length) {
                object.profile = $Array(message.profile.length);
                for (let j = 0; j < message.profile.length; ++j)
                    object.profile[j] = message.profile[j];
            }
            if (message.rate_limiter != null && $Object.hasOwnProperty.call(message, "rate_limiter"))
                object.rate_limiter = $root.inference.ModelRateLimiter.toObject(message.rate_limiter, options, _depth + 1);
            if (message.passive != null && $Object.hasOwnProperty.call(message, "passive"))
                object.passive = message.passive;
            if (message.secondary_devices && message.secondary_devices.length) {
                object.secondary_devices = $Array(message.secondary_devices.length);
                for (let j = 0; j < message.secondary_devices.length; ++j)
                    object.secondary_devices[j] = $root.inference.ModelInstanceGroup.SecondaryDevice.toObject(message.secondary_devices[j], options, _depth + 1);
            }
            if (message.host_policy != null && $Object.hasOwnProperty.call(message, "host_policy"))
                object.host_policy = message.host_policy;
            return object;
        };

        ModelInstanceGroup.prototype.toJSON = function() {
            return ModelInstanceGroup.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelInstanceGroup.Kind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "KIND_AUTO"] = 0;
            values[valuesById[1] = "KIND_GPU"] = 1;
            values[valuesById[2] = "KIND_CPU"] = 2;
            values[valuesById[3] = "KIND_MODEL"] = 3;
            return values;
        })();

        ModelInstanceGroup.SecondaryDevice = (function() {

            const SecondaryDevice = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SecondaryDevice.prototype.kind = 0;
            SecondaryDevice.prototype.device_id = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            SecondaryDevice.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(8).int32(message.kind);
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id") && (typeof message.device_id === "object" ? message.device_id.low || message.device_id.high : message.device_id !== 0))
                    writer.uint32(16).int64(message.device_id);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            SecondaryDevice.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelInstanceGroup.SecondaryDevice)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelInstanceGroup.SecondaryDevice: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelInstanceGroup.SecondaryDevice();
                if (object.kind !== 0 && (typeof object.kind !== "string" || $root.inference.ModelInstanceGroup.SecondaryDevice.SecondaryDeviceKind[object.kind] !== 0))
                    switch (object.kind) {
                    case "KIND_NVDLA":
                    case 0:
                        message.kind = 0;
                        break;
                    default:
                        if (typeof object.kind === "number" && (object.kind | 0) === object.kind)
                            message.kind = object.kind;
                    }
                if (object.device_id != null)
                    if (typeof object.device_id === "object" ? object.device_id.low || object.device_id.high : $Number(object.device_id) !== 0)
                        if ($util.Long)
                            message.device_id = $util.Long.fromValue(object.device_id, false);
                        else if (typeof object.device_id === "string")
                            message.device_id = $parseInt(object.device_id, 10);
                        else if (typeof object.device_id === "number")
                            message.device_id = object.device_id;
                        else if (typeof object.device_id === "object")
                            message.device_id = new $util.LongBits(object.device_id.low >>> 0, object.device_id.high >>> 0).toNumber();
                return message;
            };

            SecondaryDevice.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.kind = options.enums === $String ? "KIND_NVDLA" : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.device_id = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.device_id = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = options.enums === $String ? $root.inference.ModelInstanceGroup.SecondaryDevice.SecondaryDeviceKind[message.kind] === $undefined ? message.kind : $root.inference.ModelInstanceGroup.SecondaryDevice.SecondaryDeviceKind[message.kind] : message.kind;
                if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.device_id = typeof message.device_id === "number" ? $BigInt(message.device_id) : $util.Long.fromBits(message.device_id.low >>> 0, message.device_id.high >>> 0, false).toBigInt();
                    else if (typeof message.device_id === "number")
                        object.device_id = options.longs === $String ? $String(message.device_id) : message.device_id;
                    else
                        object.device_id = options.longs === $String ? $util.Long.prototype.toString.call(message.device_id) : options.longs === $Number ? new $util.LongBits(message.device_id.low >>> 0, message.device_id.high >>> 0).toNumber() : message.device_id;
                return object;
            };

            SecondaryDevice.prototype.toJSON = function() {
                return SecondaryDevice.toObject(this, $protobuf.util.toJSONOptions);
            };

            SecondaryDevice.SecondaryDeviceKind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "KIND_NVDLA"] = 0;
                return values;
            })();

            return SecondaryDevice;
        })();

        return ModelInstanceGroup;
    })();

    inference.ModelTensorReshape = (function() {

        const ModelTensorReshape = function (properties) {
            this.shape = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelTensorReshape.prototype.shape = $util.emptyArray;

        ModelTensorReshape.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.shape != null && message.shape.length)
                writer.uint32(10).int64s(message.shape);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelTensorReshape.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelTensorReshape)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelTensorReshape: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelTensorReshape();
            if (object.shape) {
                if (!$Array.isArray(object.shape))
                    throw $TypeError(".inference.ModelTensorReshape.shape: array expected");
                message.shape = $Array(object.shape.length);
                for (let i = 0; i < object.shape.length; ++i)
                    if ($util.Long)
                        message.shape[i] = $util.Long.fromValue(object.shape[i], false);
                    else if (typeof object.shape[i] === "string")
                        message.shape[i] = $parseInt(object.shape[i], 10);
                    else if (typeof object.shape[i] === "number")
                        message.shape[i] = object.shape[i];
                    else if (typeof object.shape[i] === "object")
                        message.shape[i] = new $util.LongBits(object.shape[i].low >>> 0, object.shape[i].high >>> 0).toNumber();
            }
            return message;
        };

        ModelTensorReshape.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.shape = [];
            if (message.shape && message.shape.length) {
                object.shape = $Array(message.shape.length);
                for (let j = 0; j < message.shape.length; ++j)
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.shape[j] = typeof message.shape[j] === "number" ? $BigInt(message.shape[j]) : $util.Long.fromBits(message.shape[j].low >>> 0, message.shape[j].high >>> 0, false).toBigInt();
                    else if (typeof message.shape[j] === "number")
                        object.shape[j] = options.longs === $String ? $String(message.shape[j]) : message.shape[j];
                    else
                        object.shape[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.shape[j]) : options.longs === $Number ? new $util.LongBits(message.shape[j].low >>> 0, message.shape[j].high >>> 0).toNumber() : message.shape[j];
            }
            return object;
        };

        ModelTensorReshape.prototype.toJSON = function() {
            return ModelTensorReshape.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelTensorReshape;
    })();

    inference.ModelInput = (function() {

        const ModelInput = function (properties) {
            this.dims = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelInput.prototype.name = "";
        ModelInput.prototype.data_type = 0;
        ModelInput.prototype.format = 0;
        ModelInput.prototype.dims = $util.emptyArray;
        ModelInput.prototype.reshape = null;
        ModelInput.prototype.is_shape_tensor = false;
        ModelInput.prototype.allow_ragged_batch = false;
        ModelInput.prototype.optional = false;
        ModelInput.prototype.is_non_linear_format_io = false;

        ModelInput.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                writer.uint32(16).int32(message.data_type);
            if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== 0)
                writer.uint32(24).int32(message.format);
            if (message.dims != null && message.dims.length)
                writer.uint32(34).int64s(message.dims);
            if (message.reshape != null && $Object.hasOwnProperty.call(message, "reshape"))
                $root.inference.ModelTensorReshape.encode(message.reshape, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.is_shape_tensor != null && $Object.hasOwnProperty.call(message, "is_shape_tensor") && message.is_shape_tensor !== false)
                writer.uint32(48).bool(message.is_shape_tensor);
            if (message.allow_ragged_batch != null && $Object.hasOwnProperty.call(message, "allow_ragged_batch") && message.allow_ragged_batch !== false)
                writer.uint32(56).bool(message.allow_ragged_batch);
            if (message.optional != null && $Object.hasOwnProperty.call(message, "optional") && message.optional !== false)
                writer.uint32(64).bool(message.optional);
            if (message.is_non_linear_format_io != null && $Object.hasOwnProperty.call(message, "is_non_linear_format_io") && message.is_non_linear_format_io !== false)
                writer.uint32(72).bool(message.is_non_linear_format_io);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelInput.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelInput)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelInput: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelInput();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                switch (object.data_type) {
                case "TYPE_INVALID":
                case 0:
                    message.data_type = 0;
                    break;
                case "TYPE_BOOL":
                case 1:
                    message.data_type = 1;
                    break;
                case "TYPE_UINT8":
                case 2:
                    message.data_type = 2;
                    break;
                case "TYPE_UINT16":
                case 3:
                    message.data_type = 3;
                    break;
                case "TYPE_UINT32":
                case 4:
                    message.data_type = 4;
                    break;
                case "TYPE_UINT64":
                case 5:
                    message.data_type = 5;
                    break;
                case "TYPE_INT8":
                case 6:
                    message.data_type = 6;
                    break;
                case "TYPE_INT16":
                case 7:
                    message.data_type = 7;
                    break;
                case "TYPE_INT32":
                case 8:
                    message.data_type = 8;
                    break;
                case "TYPE_INT64":
                case 9:
                    message.data_type = 9;
                    break;
                case "TYPE_FP16":
                case 10:
                    message.data_type = 10;
                    break;
                case "TYPE_FP32":
                case 11:
                    message.data_type = 11;
                    break;
                case "TYPE_FP64":
                case 12:
                    message.data_type = 12;
                    break;
                case "TYPE_STRING":
                case 13:
                    message.data_type = 13;
                    break;
                case "TYPE_BF16":
                case 14:
                    message.data_type = 14;
                    break;
                default:
                    if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                        message.data_type = object.data_type;
                }
            if (object.format !== 0 && (typeof object.format !== "string" || $root.inference.ModelInput.Format[object.format] !== 0))
                switch (object.format) {
                case "FORMAT_NONE":
                case 0:
                    message.format = 0;
                    break;
                case "FORMAT_NHWC":
                case 1:
                    message.format = 1;
                    break;
                case "FORMAT_NCHW":
                case 2:
                    message.format = 2;
                    break;
                default:
                    if (typeof object.format === "number" && (object.format | 0) === object.format)
                        message.format = object.format;
                }
            if (object.dims) {
                if (!$Array.isArray(object.dims))
                    throw $TypeError(".inference.ModelInput.dims: array expected");
                message.dims = $Array(object.dims.length);
                for (let i = 0; i < object.dims.length; ++i)
                    if ($util.Long)
                        message.dims[i] = $util.Long.fromValue(object.dims[i], false);
                    else if (typeof object.dims[i] === "string")
                        message.dims[i] = $parseInt(object.dims[i], 10);
                    else if (typeof object.dims[i] === "number")
                        message.dims[i] = object.dims[i];
                    else if (typeof object.dims[i] === "object")
                        message.dims[i] = new $util.LongBits(object.dims[i].low >>> 0, object.dims[i].high >>> 0).toNumber();
            }
            if (object.reshape != null) {
                if (!$util.isObject(object.reshape))
                    throw $TypeError(".inference.ModelInput.reshape: object expected");
                message.reshape = $root.inference.ModelTensorReshape.fromObject(object.reshape, _depth + 1);
            }
            if (object.is_shape_tensor != null)
                if (object.is_shape_tensor)
                    message.is_shape_tensor = $Boolean(object.is_shape_tensor);
            if (object.allow_ragged_batch != null)
                if (object.allow_ragged_batch)
                    message.allow_ragged_batch = $Boolean(object.allow_ragged_batch);
            if (object.optional != null)
                if (object.optional)
                    message.optional = $Boolean(object.optional);
            if (object.is_non_linear_format_io != null)
                if (object.is_non_linear_format_io)
                    message.is_non_linear_format_io = $Boolean(object.is_non_linear_format_io);
            return message;
        };

        ModelInput.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.dims = [];
            if (options.defaults) {
                object.name = "";
                object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
                object.format = options.enums === $String ? "FORMAT_NONE" : 0;
                object.reshape = null;
                object.is_shape_tensor = false;
                object.allow_ragged_batch = false;
                object.optional = false;
                object.is_non_linear_format_io = false;
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
            if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                object.format = options.enums === $String ? $root.inference.ModelInput.Format[message.format] === $undefined ? message.format : $root.inference.ModelInput.Format[message.format] : message.format;
            if (message.dims && message.dims.length) {
                object.dims = $Array(message.dims.length);
                for (let j = 0; j < message.dims.length; ++j)
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.dims[j] = typeof message.dims[j] === "number" ? $BigInt(message.dims[j]) : $util.Long.fromBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0, false).toBigInt();
                    else if (typeof message.dims[j] === "number")
                        object.dims[j] = options.longs === $String ? $String(message.dims[j]) : message.dims[j];
                    else
                        object.dims[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.dims[j]) : options.longs === $Number ? new $util.LongBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0).toNumber() : message.dims[j];
            }
            if (message.reshape != null && $Object.hasOwnProperty.call(message, "reshape"))
                object.reshape = $root.inference.ModelTensorReshape.toObject(message.reshape, options, _depth + 1);
            if (message.is_shape_tensor != null && $Object.hasOwnProperty.call(message, "is_shape_tensor"))
                object.is_shape_tensor = message.is_shape_tensor;
            if (message.allow_ragged_batch != null && $Object.hasOwnProperty.call(message, "allow_ragged_batch"))
                object.allow_ragged_batch = message.allow_ragged_batch;
            if (message.optional != null && $Object.hasOwnProperty.call(message, "optional"))
                object.optional = message.optional;
            if (message.is_non_linear_format_io != null && $Object.hasOwnProperty.call(message, "is_non_linear_format_io"))
                object.is_non_linear_format_io = message.is_non_linear_format_io;
            return object;
        };

        ModelInput.prototype.toJSON = function() {
            return ModelInput.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelInput.Format = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FORMAT_NONE"] = 0;
            values[valuesById[1] = "FORMAT_NHWC"] = 1;
            values[valuesById[2] = "FORMAT_NCHW"] = 2;
            return values;
        })();

        return ModelInput;
    })();

    inference.ModelOutput = (function() {

        const ModelOutput = function (properties) {
            this.dims = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelOutput.prototype.name = "";
        ModelOutput.prototype.data_type = 0;
        ModelOutput.prototype.dims = $util.emptyArray;
        ModelOutput.prototype.label_filename = "";
        ModelOutput.prototype.reshape = null;
        ModelOutput.prototype.is_shape_tensor = false;
        ModelOutput.prototype.is_non_linear_format_io = false;

        ModelOutput.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                writer.uint32(16).int32(message.data_type);
            if (message.dims != null && message.dims.length)
                writer.uint32(26).int64s(message.dims);
            if (message.label_filename != null && $Object.hasOwnProperty.call(message, "label_filename") && message.label_filename !== "")
                writer.uint32(34).string(message.label_filename);
            if (message.reshape != null && $Object.hasOwnProperty.call(message, "reshape"))
                $root.inference.ModelTensorReshape.encode(message.reshape, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.is_shape_tensor != null && $Object.hasOwnProperty.call(message, "is_shape_tensor") && message.is_shape_tensor !== false)
                writer.uint32(48).bool(message.is_shape_tensor);
            if (message.is_non_linear_format_io != null && $Object.hasOwnProperty.call(message, "is_non_linear_format_io") && message.is_non_linear_format_io !== false)
                writer.uint32(56).bool(message.is_non_linear_format_io);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelOutput.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelOutput)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelOutput: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelOutput();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                switch (object.data_type) {
                case "TYPE_INVALID":
                case 0:
                    message.data_type = 0;
                    break;
                case "TYPE_BOOL":
                case 1:
                    message.data_type = 1;
                    break;
                case "TYPE_UINT8":
                case 2:
                    message.data_type = 2;
                    break;
                case "TYPE_UINT16":
                case 3:
                    message.data_type = 3;
                    break;
                case "TYPE_UINT32":
                case 4:
                    message.data_type = 4;
                    break;
                case "TYPE_UINT64":
                case 5:
                    message.data_type = 5;
                    break;
                case "TYPE_INT8":
                case 6:
                    message.data_type = 6;
                    break;
                case "TYPE_INT16":
                case 7:
                    message.data_type = 7;
                    break;
                case "TYPE_INT32":
                case 8:
                    message.data_type = 8;
                    break;
                case "TYPE_INT64":
                case 9:
                    message.data_type = 9;
                    break;
                case "TYPE_FP16":
                case 10:
                    message.data_type = 10;
                    break;
                case "TYPE_FP32":
                case 11:
                    message.data_type = 11;
                    break;
                case "TYPE_FP64":
                case 12:
                    message.data_type = 12;
                    break;
                case "TYPE_STRING":
                case 13:
                    message.data_type = 13;
                    break;
                case "TYPE_BF16":
                case 14:
                    message.data_type = 14;
                    break;
                default:
                    if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                        message.data_type = object.data_type;
                }
            if (object.dims) {
                if (!$Array.isArray(object.dims))
                    throw $TypeError(".inference.ModelOutput.dims: array expected");
                message.dims = $Array(object.dims.length);
                for (let i = 0; i < object.dims.length; ++i)
                    if ($util.Long)
                        message.dims[i] = $util.Long.fromValue(object.dims[i], false);
                    else if (typeof object.dims[i] === "string")
                        message.dims[i] = $parseInt(object.dims[i], 10);
                    else if (typeof object.dims[i] === "number")
                        message.dims[i] = object.dims[i];
                    else if (typeof object.dims[i] === "object")
                        message.dims[i] = new $util.LongBits(object.dims[i].low >>> 0, object.dims[i].high >>> 0).toNumber();
            }
            if (object.label_filename != null)
                if (typeof object.label_filename !== "string" || object.label_filename.length)
                    message.label_filename = $String(object.label_filename);
            if (object.reshape != null) {
                if (!$util.isObject(object.reshape))
                    throw $TypeError(".inference.ModelOutput.reshape: object expected");
                message.reshape = $root.inference.ModelTensorReshape.fromObject(object.reshape, _depth + 1);
            }
            if (object.is_shape_tensor != null)
                if (object.is_shape_tensor)
                    message.is_shape_tensor = $Boolean(object.is_shape_tensor);
            if (object.is_non_linear_format_io != null)
                if (object.is_non_linear_format_io)
                    message.is_non_linear_format_io = $Boolean(object.is_non_linear_format_io);
            return message;
        };

        ModelOutput.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.dims = [];
            if (options.defaults) {
                object.name = "";
                object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
                object.label_filename = "";
                object.reshape = null;
                object.is_shape_tensor = false;
                object.is_non_linear_format_io = false;
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
            if (message.dims && message.dims.length) {
                object.dims = $Array(message.dims.length);
                for (let j = 0; j < message.dims.length; ++j)
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.dims[j] = typeof message.dims[j] === "number" ? $BigInt(message.dims[j]) : $util.Long.fromBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0, false).toBigInt();
                    else if (typeof message.dims[j] === "number")
                        object.dims[j] = options.longs === $String ? $String(message.dims[j]) : message.dims[j];
                    else
                        object.dims[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.dims[j]) : options.longs === $Number ? new $util.LongBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0).toNumber() : message.dims[j];
            }
            if (message.label_filename != null && $Object.hasOwnProperty.call(message, "label_filename"))
                object.label_filename = message.label_filename;
            if (message.reshape != null && $Object.hasOwnProperty.call(message, "reshape"))
                object.reshape = $root.inference.ModelTensorReshape.toObject(message.reshape, options, _depth + 1);
            if (message.is_shape_tensor != null && $Object.hasOwnProperty.call(message, "is_shape_tensor"))
                object.is_shape_tensor = message.is_shape_tensor;
            if (message.is_non_linear_format_io != null && $Object.hasOwnProperty.call(message, "is_non_linear_format_io"))
                object.is_non_linear_format_io = message.is_non_linear_format_io;
            return object;
        };

        ModelOutput.prototype.toJSON = function() {
            return ModelOutput.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelOutput;
    })();

    inference.BatchInput = (function() {

        const BatchInput = function (properties) {
            this.target_name = [];
            this.source_input = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        BatchInput.prototype.kind = 0;
        BatchInput.prototype.target_name = $util.emptyArray;
        BatchInput.prototype.data_type = 0;
        BatchInput.prototype.source_input = $util.emptyArray;

        BatchInput.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(8).int32(message.kind);
            if (message.target_name != null && message.target_name.length)
                for (let i = 0; i < message.target_name.length; ++i)
                    writer.uint32(18).string(message.target_name[i]);
            if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                writer.uint32(24).int32(message.data_type);
            if (message.source_input != null && message.source_input.length)
                for (let i = 0; i < message.source_input.length; ++i)
                    writer.uint32(34).string(message.source_input[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        BatchInput.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.BatchInput)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.BatchInput: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.BatchInput();
            if (object.kind !== 0 && (typeof object.kind !== "string" || $root.inference.BatchInput.Kind[object.kind] !== 0))
                switch (object.kind) {
                case "BATCH_ELEMENT_COUNT":
                case 0:
                    message.kind = 0;
                    break;
                case "BATCH_ACCUMULATED_ELEMENT_COUNT":
                case 1:
                    message.kind = 1;
                    break;
                case "BATCH_ACCUMULATED_ELEMENT_COUNT_WITH_ZERO":
                case 2:
                    message.kind = 2;
                    break;
                case "BATCH_MAX_ELEMENT_COUNT_AS_SHAPE":
                case 3:
                    message.kind = 3;
                    break;
                case "BATCH_ITEM_SHAPE":
                case 4:
                    message.kind = 4;
                    break;
                case "BATCH_ITEM_SHAPE_FLATTEN":
                case 5:
                    message.kind = 5;
                    break;
                default:
                    if (typeof object.kind === "number" && (object.kind | 0) === object.kind)
                        message.kind = object.kind;
                }
            if (object.target_name) {
                if (!$Array.isArray(object.target_name))
                    throw $TypeError(".inference.BatchInput.target_name: array expected");
                message.target_name = $Array(object.target_name.length);
                for (let i = 0; i < object.target_name.length; ++i)
                    message.target_name[i] = $String(object.target_name[i]);
            }
            if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                switch (object.data_type) {
                case "TYPE_INVALID":
                case 0:
                    message.data_type = 0;
                    break;
                case "TYPE_BOOL":
                case 1:
                    message.data_type = 1;
                    break;
                case "TYPE_UINT8":
                case 2:
                    message.data_type = 2;
                    break;
                case "TYPE_UINT16":
                case 3:
                    message.data_type = 3;
                    break;
                case "TYPE_UINT32":
                case 4:
                    message.data_type = 4;
                    break;
                case "TYPE_UINT64":
                case 5:
                    message.data_type = 5;
                    break;
                case "TYPE_INT8":
                case 6:
                    message.data_type = 6;
                    break;
                case "TYPE_INT16":
                case 7:
                    message.data_type = 7;
                    break;
                case "TYPE_INT32":
                case 8:
                    message.data_type = 8;
                    break;
                case "TYPE_INT64":
                case 9:
                    message.data_type = 9;
                    break;
                case "TYPE_FP16":
                case 10:
                    message.data_type = 10;
                    break;
                case "TYPE_FP32":
                case 11:
                    message.data_type = 11;
                    break;
                case "TYPE_FP64":
                case 12:
                    message.data_type = 12;
                    break;
                case "TYPE_STRING":
                case 13:
                    message.data_type = 13;
                    break;
                case "TYPE_BF16":
                case 14:
                    message.data_type = 14;
                    break;
                default:
                    if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                        message.data_type = object.data_type;
                }
            if (object.source_input) {
                if (!$Array.isArray(object.source_input))
                    throw $TypeError(".inference.BatchInput.source_input: array expected");
                message.source_input = $Array(object.source_input.length);
                for (let i = 0; i < object.source_input.length; ++i)
                    message.source_input[i] = $String(object.source_input[i]);
            }
            return message;
        };

        BatchInput.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.target_name = [];
                object.source_input = [];
            }
            if (options.defaults) {
                object.kind = options.enums === $String ? "BATCH_ELEMENT_COUNT" : 0;
                object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
            }
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = options.enums === $String ? $root.inference.BatchInput.Kind[message.kind] === $undefined ? message.kind : $root.inference.BatchInput.Kind[message.kind] : message.kind;
            if (message.target_name && message.target_name.length) {
                object.target_name = $Array(message.target_name.length);
                for (let j = 0; j < message.target_name.length; ++j)
                    object.target_name[j] = message.target_name[j];
            }
            if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
            if (message.source_input && message.source_input.length) {
                object.source_input = $Array(message.source_input.length);
                for (let j = 0; j < message.source_input.length; ++j)
                    object.source_input[j] = message.source_input[j];
            }
            return object;
        };

        BatchInput.prototype.toJSON = function() {
            return BatchInput.toObject(this, $protobuf.util.toJSONOptions);
        };

        BatchInput.Kind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "BATCH_ELEMENT_COUNT"] = 0;
            values[valuesById[1] = "BATCH_ACCUMULATED_ELEMENT_COUNT"] = 1;
            values[valuesById[2] = "BATCH_ACCUMULATED_ELEMENT_COUNT_WITH_ZERO"] = 2;
            values[valuesById[3] = "BATCH_MAX_ELEMENT_COUNT_AS_SHAPE"] = 3;
            values[valuesById[4] = "BATCH_ITEM_SHAPE"] = 4;
            values[valuesById[5] = "BATCH_ITEM_SHAPE_FLATTEN"] = 5;
            return values;
        })();

        return BatchInput;
    })();

    inference.BatchOutput = (function() {

        const BatchOutput = function (properties) {
            this.target_name = [];
            this.source_input = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        BatchOutput.prototype.target_name = $util.emptyArray;
        BatchOutput.prototype.kind = 0;
        BatchOutput.prototype.source_input = $util.emptyArray;

        BatchOutput.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.target_name != null && message.target_name.length)
                for (let i = 0; i < message.target_name.length; ++i)
                    writer.uint32(10).string(message.target_name[i]);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(16).int32(message.kind);
            if (message.source_input != null && message.source_input.length)
                for (let i = 0; i < message.source_input.length; ++i)
                    writer.uint32(26).string(message.source_input[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        BatchOutput.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.BatchOutput)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.BatchOutput: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.BatchOutput();
            if (object.target_name) {
                if (!$Array.isArray(object.target_name))
                    throw $TypeError(".inference.BatchOutput.target_name: array expected");
                message.target_name = $Array(object.target_name.length);
                for (let i = 0; i < object.target_name.length; ++i)
                    message.target_name[i] = $String(object.target_name[i]);
            }
            if (object.kind !== 0 && (typeof object.kind !== "string" || $root.inference.BatchOutput.Kind[object.kind] !== 0))
                switch (object.kind) {
                case "BATCH_SCATTER_WITH_INPUT_SHAPE":
                case 0:
                    message.kind = 0;
                    break;
                default:
                    if (typeof object.kind === "number" && (object.kind | 0) === object.kind)
                        message.kind = object.kind;
                }
            if (object.source_input) {
                if (!$Array.isArray(object.source_input))
                    throw $TypeError(".inference.BatchOutput.source_input: array expected");
                message.source_input = $Array(object.source_input.length);
                for (let i = 0; i < object.source_input.length; ++i)
                    message.source_input[i] = $String(object.source_input[i]);
            }
            return message;
        };

        BatchOutput.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.target_name = [];
                object.source_input = [];
            }
            if (options.defaults)
                object.kind = options.enums === $String ? "BATCH_SCATTER_WITH_INPUT_SHAPE" : 0;
            if (message.target_name && message.target_name.length) {
                object.target_name = $Array(message.target_name.length);
                for (let j = 0; j < message.target_name.length; ++j)
                    object.target_name[j] = message.target_name[j];
            }
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = options.enums === $String ? $root.inference.BatchOutput.Kind[message.kind] === $undefined ? message.kind : $root.inference.BatchOutput.Kind[message.kind] : message.kind;
            if (message.source_input && message.source_input.length) {
                object.source_input = $Array(message.source_input.length);
                for (let j = 0; j < message.source_input.length; ++j)
                    object.source_input[j] = message.source_input[j];
            }
            return object;
        };

        BatchOutput.prototype.toJSON = function() {
            return BatchOutput.toObject(this, $protobuf.util.toJSONOptions);
        };

        BatchOutput.Kind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "BATCH_SCATTER_WITH_INPUT_SHAPE"] = 0;
            return values;
        })();

        return BatchOutput;
    })();

    inference.ModelVersionPolicy = (function() {

        const ModelVersionPolicy = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelVersionPolicy.prototype.latest = null;
        ModelVersionPolicy.prototype.all = null;
        ModelVersionPolicy.prototype.specific = null;

        let $oneOfFields;

        $Object.defineProperty(ModelVersionPolicy.prototype, "policy_choice", {
            get: $util.oneOfGetter($oneOfFields = ["latest", "all", "specific"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        ModelVersionPolicy.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.latest != null && $Object.hasOwnProperty.call(message, "latest"))
                $root.inference.ModelVersionPolicy.Latest.encode(message.latest, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.all != null && $Object.hasOwnProperty.call(message, "all"))
                $root.inference.ModelVersionPolicy.All.encode(message.all, writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.specific != null && $Object.hasOwnProperty.call(message, "specific"))
                $root.inference.ModelVersionPolicy.Specific.encode(message.specific, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelVersionPolicy.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelVersionPolicy)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelVersionPolicy: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelVersionPolicy();
            if (object.latest != null) {
                if (!$util.isObject(object.latest))
                    throw $TypeError(".inference.ModelVersionPolicy.latest: object expected");
                message.latest = $root.inference.ModelVersionPolicy.Latest.fromObject(object.latest, _depth + 1);
            }
            if (object.all != null) {
                if (!$util.isObject(object.all))
                    throw $TypeError(".inference.ModelVersionPolicy.all: object expected");
                message.all = $root.inference.ModelVersionPolicy.All.fromObject(object.all, _depth + 1);
            }
            if (object.specific != null) {
                if (!$util.isObject(object.specific))
                    throw $TypeError(".inference.ModelVersionPolicy.specific: object expected");
                message.specific = $root.inference.ModelVersionPolicy.Specific.fromObject(object.specific, _depth + 1);
            }
            return message;
        };

        ModelVersionPolicy.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (message.latest != null && $Object.hasOwnProperty.call(message, "latest")) {
                object.latest = $root.inference.ModelVersionPolicy.Latest.toObject(message.latest, options, _depth + 1);
                if (options.oneofs)
                    object.policy_choice = "latest";
            }
            if (message.all != null && $Object.hasOwnProperty.call(message, "all")) {
                object.all = $root.inference.ModelVersionPolicy.All.toObject(message.all, options, _depth + 1);
                if (options.oneofs)
                    object.policy_choice = "all";
            }
            if (message.specific != null && $Object.hasOwnProperty.call(message, "specific")) {
                object.specific = $root.inference.ModelVersionPolicy.Specific.toObject(message.specific, options, _depth + 1);
                if (options.oneofs)
                    object.policy_choice = "specific";
            }
            return object;
        };

        ModelVersionPolicy.prototype.toJSON = function() {
            return ModelVersionPolicy.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelVersionPolicy.Latest = (function() {

            const Latest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Latest.prototype.num_versions = 0;

            Latest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.num_versions != null && $Object.hasOwnProperty.call(message, "num_versions") && message.num_versions !== 0)
                    writer.uint32(8).uint32(message.num_versions);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Latest.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelVersionPolicy.Latest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelVersionPolicy.Latest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelVersionPolicy.Latest();
                if (object.num_versions != null)
                    if ($Number(object.num_versions) !== 0)
                        message.num_versions = object.num_versions >>> 0;
                return message;
            };

            Latest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.num_versions = 0;
                if (message.num_versions != null && $Object.hasOwnProperty.call(message, "num_versions"))
                    object.num_versions = message.num_versions;
                return object;
            };

            Latest.prototype.toJSON = function() {
                return Latest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Latest;
        })();

        ModelVersionPolicy.All = (function() {

            const All = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            All.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            All.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelVersionPolicy.All)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelVersionPolicy.All: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.inference.ModelVersionPolicy.All();
            };

            All.toObject = function () {
                return {};
            };

            All.prototype.toJSON = function() {
                return All.toObject(this, $protobuf.util.toJSONOptions);
            };

            return All;
        })();

        ModelVersionPolicy.Specific = (function() {

            const Specific = function (properties) {
                this.versions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Specific.prototype.versions = $util.emptyArray;

            Specific.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.versions != null && message.versions.length)
                    writer.uint32(10).int64s(message.versions);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Specific.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelVersionPolicy.Specific)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelVersionPolicy.Specific: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelVersionPolicy.Specific();
                if (object.versions) {
                    if (!$Array.isArray(object.versions))
                        throw $TypeError(".inference.ModelVersionPolicy.Specific.versions: array expected");
                    message.versions = $Array(object.versions.length);
                    for (let i = 0; i < object.versions.length; ++i)
                        if ($util.Long)
                            message.versions[i] = $util.Long.fromValue(object.versions[i], false);
                        else if (typeof object.versions[i] === "string")
                            message.versions[i] = $parseInt(object.versions[i], 10);
                        else if (typeof object.versions[i] === "number")
                            message.versions[i] = object.versions[i];
                        else if (typeof object.versions[i] === "object")
                            message.versions[i] = new $util.LongBits(object.versions[i].low >>> 0, object.versions[i].high >>> 0).toNumber();
                }
                return message;
            };

            Specific.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.versions = [];
                if (message.versions && message.versions.length) {
                    object.versions = $Array(message.versions.length);
                    for (let j = 0; j < message.versions.length; ++j)
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.versions[j] = typeof message.versions[j] === "number" ? $BigInt(message.versions[j]) : $util.Long.fromBits(message.versions[j].low >>> 0, message.versions[j].high >>> 0, false).toBigInt();
                        else if (typeof message.versions[j] === "number")
                            object.versions[j] = options.longs === $String ? $String(message.versions[j]) : message.versions[j];
                        else
                            object.versions[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.versions[j]) : options.longs === $Number ? new $util.LongBits(message.versions[j].low >>> 0, message.versions[j].high >>> 0).toNumber() : message.versions[j];
                }
                return object;
            };

            Specific.prototype.toJSON = function() {
                return Specific.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Specific;
        })();

        return ModelVersionPolicy;
    })();

    inference.ModelOptimizationPolicy = (function() {

        const ModelOptimizationPolicy = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelOptimizationPolicy.prototype.graph = null;
        ModelOptimizationPolicy.prototype.priority = 0;
        ModelOptimizationPolicy.prototype.cuda = null;
        ModelOptimizationPolicy.prototype.execution_accelerators = null;
        ModelOptimizationPolicy.prototype.input_pinned_memory = null;
        ModelOptimizationPolicy.prototype.output_pinned_memory = null;
        ModelOptimizationPolicy.prototype.gather_kernel_buffer_threshold = 0;
        ModelOptimizationPolicy.prototype.eager_batching = false;

        ModelOptimizationPolicy.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.graph != null && $Object.hasOwnProperty.call(message, "graph"))
                $root.inference.ModelOptimizationPolicy.Graph.encode(message.graph, writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                writer.uint32(16).int32(message.priority);
            if (message.cuda != null && $Object.hasOwnProperty.call(message, "cuda"))
                $root.inference.ModelOptimizationPolicy.Cuda.encode(message.cuda, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.execution_accelerators != null && $Object.hasOwnProperty.call(message, "execution_accelerators"))
                $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.encode(message.execution_accelerators, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.input_pinned_memory != null && $Object.hasOwnProperty.call(message, "input_pinned_memory"))
                $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer.encode(message.input_pinned_memory, writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.output_pinned_memory != null && $Object.hasOwnProperty.call(message, "output_pinned_memory"))
                $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer.encode(message.output_pinned_memory, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.gather_kernel_buffer_threshold != null && $Object.hasOwnProperty.call(message, "gather_kernel_buffer_threshold") && message.gather_kernel_buffer_threshold !== 0)
                writer.uint32(56).uint32(message.gather_kernel_buffer_threshold);
            if (message.eager_batching != null && $Object.hasOwnProperty.call(message, "eager_batching") && message.eager_batching !== false)
                writer.uint32(64).bool(message.eager_batching);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelOptimizationPolicy.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelOptimizationPolicy)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelOptimizationPolicy: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelOptimizationPolicy();
            if (object.graph != null) {
                if (!$util.isObject(object.graph))
                    throw $TypeError(".inference.ModelOptimizationPolicy.graph: object expected");
                message.graph = $root.inference.ModelOptimizationPolicy.Graph.fromObject(object.graph, _depth + 1);
            }
            if (object.priority !== 0 && (typeof object.priority !== "string" || $root.inference.ModelOptimizationPolicy.ModelPriority[object.priority] !== 0))
                switch (object.priority) {
                case "PRIORITY_DEFAULT":
                case 0:
                    message.priority = 0;
                    break;
                case "PRIORITY_MAX":
                case 1:
                    message.priority = 1;
                    break;
                case "PRIORITY_MIN":
                case 2:
                    message.priority = 2;
                    break;
                default:
                    if (typeof object.priority === "number" && (object.priority | 0) === object.priority)
                        message.priority = object.priority;
                }
            if (object.cuda != null) {
                if (!$util.isObject(object.cuda))
                    throw $TypeError(".inference.ModelOptimizationPolicy.cuda: object expected");
                message.cuda = $root.inference.ModelOptimizationPolicy.Cuda.fromObject(object.cuda, _depth + 1);
            }
            if (object.execution_accelerators != null) {
                if (!$util.isObject(object.execution_accelerators))
                    throw $TypeError(".inference.ModelOptimizationPolicy.execution_accelerators: object expected");
                message.execution_accelerators = $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.fromObject(object.execution_accelerators, _depth + 1);
            }
            if (object.input_pinned_memory != null) {
                if (!$util.isObject(object.input_pinned_memory))
                    throw $TypeError(".inference.ModelOptimizationPolicy.input_pinned_memory: object expected");
                message.input_pinned_memory = $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer.fromObject(object.input_pinned_memory, _depth + 1);
            }
            if (object.output_pinned_memory != null) {
                if (!$util.isObject(object.output_pinned_memory))
                    throw $TypeError(".inference.ModelOptimizationPolicy.output_pinned_memory: object expected");
                message.output_pinned_memory = $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer.fromObject(object.output_pinned_memory, _depth + 1);
            }
            if (object.gather_kernel_buffer_threshold != null)
                if ($Number(object.gather_kernel_buffer_threshold) !== 0)
                    message.gather_kernel_buffer_threshold = object.gather_kernel_buffer_threshold >>> 0;
            if (object.eager_batching != null)
                if (object.eager_batching)
                    message.eager_batching = $Boolean(object.eager_batching);
            return message;
        };

        ModelOptimizationPolicy.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.graph = null;
                object.priority = options.enums === $String ? "PRIORITY_DEFAULT" : 0;
                object.cuda = null;
                object.execution_accelerators = null;
                object.input_pinned_memory = null;
                object.output_pinned_memory = null;
                object.gather_kernel_buffer_threshold = 0;
                object.eager_batching = false;
            }
            if (message.graph != null && $Object.hasOwnProperty.call(message, "graph"))
                object.graph = $root.inference.ModelOptimizationPolicy.Graph.toObject(message.graph, options, _depth + 1);
            if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                object.priority = options.enums === $String ? $root.inference.ModelOptimizationPolicy.ModelPriority[message.priority] === $undefined ? message.priority : $root.inference.ModelOptimizationPolicy.ModelPriority[message.priority] : message.priority;
            if (message.cuda != null && $Object.hasOwnProperty.call(message, "cuda"))
                object.cuda = $root.inference.ModelOptimizationPolicy.Cuda.toObject(message.cuda, options, _depth + 1);
            if (message.execution_accelerators != null && $Object.hasOwnProperty.call(message, "execution_accelerators"))
                object.execution_accelerators = $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.toObject(message.execution_accelerators, options, _depth + 1);
            if (message.input_pinned_memory != null && $Object.hasOwnProperty.call(message, "input_pinned_memory"))
                object.input_pinned_memory = $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer.toObject(message.input_pinned_memory, options, _depth + 1);
            if (message.output_pinned_memory != null && $Object.hasOwnProperty.call(message, "output_pinned_memory"))
                object.output_pinned_memory = $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer.toObject(message.output_pinned_memory, options, _depth + 1);
            if (message.gather_kernel_buffer_threshold != null && $Object.hasOwnProperty.call(message, "gather_kernel_buffer_threshold"))
                object.gather_kernel_buffer_threshold = message.gather_kernel_buffer_threshold;
            if (message.eager_batching != null && $Object.hasOwnProperty.call(message, "eager_batching"))
                object.eager_batching = message.eager_batching;
            return object;
        };

        ModelOptimizationPolicy.prototype.toJSON = function() {
            return ModelOptimizationPolicy.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelOptimizationPolicy.Graph = (function() {

            const Graph = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Graph.prototype.level = 0;

            Graph.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== 0)
                    writer.uint32(8).int32(message.level);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Graph.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelOptimizationPolicy.Graph)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelOptimizationPolicy.Graph: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelOptimizationPolicy.Graph();
                if (object.level != null)
                    if ($Number(object.level) !== 0)
                        message.level = object.level | 0;
                return message;
            };

            Graph.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.level = 0;
                if (message.level != null && $Object.hasOwnProperty.call(message, "level"))
                    object.level = message.level;
                return object;
            };

            Graph.prototype.toJSON = function() {
                return Graph.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Graph;
        })();

        ModelOptimizationPolicy.ModelPriority = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PRIORITY_DEFAULT"] = 0;
            values[valuesById[1] = "PRIORITY_MAX"] = 1;
            values[valuesById[2] = "PRIORITY_MIN"] = 2;
            return values;
        })();

        ModelOptimizationPolicy.Cuda = (function() {

            const Cuda = function (properties) {
                this.graph_spec = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Cuda.prototype.graphs = false;
            Cuda.prototype.busy_wait_events = false;
            Cuda.prototype.graph_spec = $util.emptyArray;
            Cuda.prototype.output_copy_stream = false;

            Cuda.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.graphs != null && $Object.hasOwnProperty.call(message, "graphs") && message.graphs !== false)
                    writer.uint32(8).bool(message.graphs);
                if (message.busy_wait_events != null && $Object.hasOwnProperty.call(message, "busy_wait_events") && message.busy_wait_events !== false)
                    writer.uint32(16).bool(message.busy_wait_events);
                if (message.graph_spec != null && message.graph_spec.length)
                    for (let i = 0; i < message.graph_spec.length; ++i)
                        $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.encode(message.graph_spec[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.output_copy_stream != null && $Object.hasOwnProperty.call(message, "output_copy_stream") && message.output_copy_stream !== false)
                    writer.uint32(32).bool(message.output_copy_stream);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Cuda.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelOptimizationPolicy.Cuda)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelOptimizationPolicy.Cuda: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelOptimizationPolicy.Cuda();
                if (object.graphs != null)
                    if (object.graphs)
                        message.graphs = $Boolean(object.graphs);
                if (object.busy_wait_events != null)
                    if (object.busy_wait_events)
                        message.busy_wait_events = $Boolean(object.busy_wait_events);
                if (object.graph_spec) {
                    if (!$Array.isArray(object.graph_spec))
                        throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.graph_spec: array expected");
                    message.graph_spec = $Array(object.graph_spec.length);
                    for (let i = 0; i < object.graph_spec.length; ++i) {
                        if (!$util.isObject(object.graph_spec[i]))
                            throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.graph_spec: object expected");
                        message.graph_spec[i] = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.fromObject(object.graph_spec[i], _depth + 1);
                    }
                }
                if (object.output_copy_stream != null)
                    if (object.output_copy_stream)
                        message.output_copy_stream = $Boolean(object.output_copy_stream);
                return message;
            };

            Cuda.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.graph_spec = [];
                if (options.defaults) {
                    object.graphs = false;
                    object.busy_wait_events = false;
                    object.output_copy_stream = false;
                }
                if (message.graphs != null && $Object.hasOwnProperty.call(message, "graphs"))
                    object.graphs = message.graphs;
                if (message.busy_wait_events != null && $Object.hasOwnProperty.call(message, "busy_wait_events"))
                    object.busy_wait_events = message.busy_wait_events;
                if (message.graph_spec && message.graph_spec.length) {
                    object.graph_spec = $Array(message.graph_spec.length);
                    for (let j = 0; j < message.graph_spec.length; ++j)
                        object.graph_spec[j] = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.toObject(message.graph_spec[j], options, _depth + 1);
                }
                if (message.output_copy_stream != null && $Object.hasOwnProperty.call(message, "output_copy_stream"))
                    object.output_copy_stream = message.output_copy_stream;
                return object;
            };

            Cuda.prototype.toJSON = function() {
                return Cuda.toObject(this, $protobuf.util.toJSONOptions);
            };

            Cuda.GraphSpec = (function() {

                const GraphSpec = function (properties) {
                    this.input = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                GraphSpec.prototype.batch_size = 0;
                GraphSpec.prototype.input = $util.emptyObject;
                GraphSpec.prototype.graph_lower_bound = null;

                GraphSpec.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size") && message.batch_size !== 0)
                        writer.uint32(8).int32(message.batch_size);
                    if (message.input != null && $Object.hasOwnProperty.call(message, "input"))
                        for (let keys = $Object.keys(message.input), i = 0; i < keys.length; ++i) {
                            writer.uint32(18).fork().uint32(10).string(keys[i]);
                            $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.encode(message.input[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                        }
                    if (message.graph_lower_bound != null && $Object.hasOwnProperty.call(message, "graph_lower_bound"))
                        $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound.encode(message.graph_lower_bound, writer.uint32(26).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                GraphSpec.fromObject = function (object, _depth) {
                    if (object instanceof $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec();
                    if (object.batch_size != null)
                        if ($Number(object.batch_size) !== 0)
                            message.batch_size = object.batch_size | 0;
                    if (object.input) {
                        if (!$util.isObject(object.input))
                            throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.input: object expected");
                        message.input = {};
                        for (let keys = $Object.keys(object.input), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.input, keys[i]);
                            if (!$util.isObject(object.input[keys[i]]))
                                throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.input: object expected");
                            message.input[keys[i]] = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.fromObject(object.input[keys[i]], _depth + 1);
                        }
                    }
                    if (object.graph_lower_bound != null) {
                        if (!$util.isObject(object.graph_lower_bound))
                            throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.graph_lower_bound: object expected");
                        message.graph_lower_bound = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound.fromObject(object.graph_lower_bound, _depth + 1);
                    }
                    return message;
                };

                GraphSpec.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.input = {};
                    if (options.defaults) {
                        object.batch_size = 0;
                        object.graph_lower_bound = null;
                    }
                    if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                        object.batch_size = message.batch_size;
                    let keys2;
                    if (message.input && (keys2 = $Object.keys(message.input)).length) {
                        object.input = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.input, keys2[j]);
                            object.input[keys2[j]] = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.toObject(message.input[keys2[j]], options, _depth + 1);
                        }
                    }
                    if (message.graph_lower_bound != null && $Object.hasOwnProperty.call(message, "graph_lower_bound"))
                        object.graph_lower_bound = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound.toObject(message.graph_lower_bound, options, _depth + 1);
                    return object;
                };

                GraphSpec.prototype.toJSON = function() {
                    return GraphSpec.toObject(this, $protobuf.util.toJSONOptions);
                };

                GraphSpec.Shape = (function() {

                    const Shape = function (properties) {
                        this.dim = [];
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    Shape.prototype.dim = $util.emptyArray;

                    Shape.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.dim != null && message.dim.length)
                            writer.uint32(10).int64s(message.dim);
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    Shape.fromObject = function (object, _depth) {
                        if (object instanceof $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        let message = new $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape();
                        if (object.dim) {
                            if (!$Array.isArray(object.dim))
                                throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.dim: array expected");
                            message.dim = $Array(object.dim.length);
                            for (let i = 0; i < object.dim.length; ++i)
                                if ($util.Long)
                                    message.dim[i] = $util.Long.fromValue(object.dim[i], false);
                                else if (typeof object.dim[i] === "string")
                                    message.dim[i] = $parseInt(object.dim[i], 10);
                                else if (typeof object.dim[i] === "number")
                                    message.dim[i] = object.dim[i];
                                else if (typeof object.dim[i] === "object")
                                    message.dim[i] = new $util.LongBits(object.dim[i].low >>> 0, object.dim[i].high >>> 0).toNumber();
                        }
                        return message;
                    };

                    Shape.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        let object = {};
                        if (options.arrays || options.defaults)
                            object.dim = [];
                        if (message.dim && message.dim.length) {
                            object.dim = $Array(message.dim.length);
                            for (let j = 0; j < message.dim.length; ++j)
                                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                                    object.dim[j] = typeof message.dim[j] === "number" ? $BigInt(message.dim[j]) : $util.Long.fromBits(message.dim[j].low >>> 0, message.dim[j].high >>> 0, false).toBigInt();
                                else if (typeof message.dim[j] === "number")
                                    object.dim[j] = options.longs === $String ? $String(message.dim[j]) : message.dim[j];
                                else
                                    object.dim[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.dim[j]) : options.longs === $Number ? new $util.LongBits(message.dim[j].low >>> 0, message.dim[j].high >>> 0).toNumber() : message.dim[j];
                        }
                        return object;
                    };

                    Shape.prototype.toJSON = function() {
                        return Shape.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    return Shape;
                })();

                GraphSpec.LowerBound = (function() {

                    const LowerBound = function (properties) {
                        this.input = {};
                        if (properties)
                            for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                                if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                    this[keys[i]] = properties[keys[i]];
                    };

                    LowerBound.prototype.batch_size = 0;
                    LowerBound.prototype.input = $util.emptyObject;

                    LowerBound.encode = function (message, writer, _depth) {
                        if (!writer)
                            writer = $Writer.create();
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size") && message.batch_size !== 0)
                            writer.uint32(8).int32(message.batch_size);
                        if (message.input != null && $Object.hasOwnProperty.call(message, "input"))
                            for (let keys = $Object.keys(message.input), i = 0; i < keys.length; ++i) {
                                writer.uint32(18).fork().uint32(10).string(keys[i]);
                                $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.encode(message.input[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                            }
                        if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                            for (let i = 0; i < message.$unknowns.length; ++i)
                                writer.raw(message.$unknowns[i]);
                        return writer;
                    };

                    LowerBound.fromObject = function (object, _depth) {
                        if (object instanceof $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound)
                            return object;
                        if (!$util.isObject(object))
                            throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound: object expected");
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        let message = new $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound();
                        if (object.batch_size != null)
                            if ($Number(object.batch_size) !== 0)
                                message.batch_size = object.batch_size | 0;
                        if (object.input) {
                            if (!$util.isObject(object.input))
                                throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound.input: object expected");
                            message.input = {};
                            for (let keys = $Object.keys(object.input), i = 0; i < keys.length; ++i) {
                                if (keys[i] === "__proto__")
                                    $util.makeProp(message.input, keys[i]);
                                if (!$util.isObject(object.input[keys[i]]))
                                    throw $TypeError(".inference.ModelOptimizationPolicy.Cuda.GraphSpec.LowerBound.input: object expected");
                                message.input[keys[i]] = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.fromObject(object.input[keys[i]], _depth + 1);
                            }
                        }
                        return message;
                    };

                    LowerBound.toObject = function (message, options, _depth) {
                        if (!options)
                            options = {};
                        if (_depth === $undefined)
                            _depth = 0;
                        if (_depth > $util.recursionLimit)
                            throw $Error("max depth exceeded");
                        let object = {};
                        if (options.objects || options.defaults)
                            object.input = {};
                        if (options.defaults)
                            object.batch_size = 0;
                        if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                            object.batch_size = message.batch_size;
                        let keys2;
                        if (message.input && (keys2 = $Object.keys(message.input)).length) {
                            object.input = {};
                            for (let j = 0; j < keys2.length; ++j) {
                                if (keys2[j] === "__proto__")
                                    $util.makeProp(object.input, keys2[j]);
                                object.input[keys2[j]] = $root.inference.ModelOptimizationPolicy.Cuda.GraphSpec.Shape.toObject(message.input[keys2[j]], options, _depth + 1);
                            }
                        }
                        return object;
                    };

                    LowerBound.prototype.toJSON = function() {
                        return LowerBound.toObject(this, $protobuf.util.toJSONOptions);
                    };

                    return LowerBound;
                })();

                return GraphSpec;
            })();

            return Cuda;
        })();

        ModelOptimizationPolicy.ExecutionAccelerators = (function() {

            const ExecutionAccelerators = function (properties) {
                this.gpu_execution_accelerator = [];
                this.cpu_execution_accelerator = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExecutionAccelerators.prototype.gpu_execution_accelerator = $util.emptyArray;
            ExecutionAccelerators.prototype.cpu_execution_accelerator = $util.emptyArray;

            ExecutionAccelerators.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.gpu_execution_accelerator != null && message.gpu_execution_accelerator.length)
                    for (let i = 0; i < message.gpu_execution_accelerator.length; ++i)
                        $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.encode(message.gpu_execution_accelerator[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.cpu_execution_accelerator != null && message.cpu_execution_accelerator.length)
                    for (let i = 0; i < message.cpu_execution_accelerator.length; ++i)
                        $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.encode(message.cpu_execution_accelerator[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ExecutionAccelerators.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelOptimizationPolicy.ExecutionAccelerators)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelOptimizationPolicy.ExecutionAccelerators();
                if (object.gpu_execution_accelerator) {
                    if (!$Array.isArray(object.gpu_execution_accelerator))
                        throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators.gpu_execution_accelerator: array expected");
                    message.gpu_execution_accelerator = $Array(object.gpu_execution_accelerator.length);
                    for (let i = 0; i < object.gpu_execution_accelerator.length; ++i) {
                        if (!$util.isObject(object.gpu_execution_accelerator[i]))
                            throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators.gpu_execution_accelerator: object expected");
                        message.gpu_execution_accelerator[i] = $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.fromObject(object.gpu_execution_accelerator[i], _depth + 1);
                    }
                }
                if (object.cpu_execution_accelerator) {
                    if (!$Array.isArray(object.cpu_execution_accelerator))
                        throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators.cpu_execution_accelerator: array expected");
                    message.cpu_execution_accelerator = $Array(object.cpu_execution_accelerator.length);
                    for (let i = 0; i < object.cpu_execution_accelerator.length; ++i) {
                        if (!$util.isObject(object.cpu_execution_accelerator[i]))
                            throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators.cpu_execution_accelerator: object expected");
                        message.cpu_execution_accelerator[i] = $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.fromObject(object.cpu_execution_accelerator[i], _depth + 1);
                    }
                }
                return message;
            };

            ExecutionAccelerators.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.gpu_execution_accelerator = [];
                    object.cpu_execution_accelerator = [];
                }
                if (message.gpu_execution_accelerator && message.gpu_execution_accelerator.length) {
                    object.gpu_execution_accelerator = $Array(message.gpu_execution_accelerator.length);
                    for (let j = 0; j < message.gpu_execution_accelerator.length; ++j)
                        object.gpu_execution_accelerator[j] = $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.toObject(message.gpu_execution_accelerator[j], options, _depth + 1);
                }
                if (message.cpu_execution_accelerator && message.cpu_execution_accelerator.length) {
                    object.cpu_execution_accelerator = $Array(message.cpu_execution_accelerator.length);
                    for (let j = 0; j < message.cpu_execution_accelerator.length; ++j)
                        object.cpu_execution_accelerator[j] = $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.toObject(message.cpu_execution_accelerator[j], options, _depth + 1);
                }
                return object;
            };

            ExecutionAccelerators.prototype.toJSON = function() {
                return ExecutionAccelerators.toObject(this, $protobuf.util.toJSONOptions);
            };

            ExecutionAccelerators.Accelerator = (function() {

                const Accelerator = function (properties) {
                    this.parameters = {};
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                Accelerator.prototype.name = "";
                Accelerator.prototype.parameters = $util.emptyObject;

                Accelerator.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(10).string(message.name);
                    if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                        for (let keys = $Object.keys(message.parameters), i = 0; i < keys.length; ++i)
                            writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.parameters[keys[i]]).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                Accelerator.fromObject = function (object, _depth) {
                    if (object instanceof $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator();
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    if (object.parameters) {
                        if (!$util.isObject(object.parameters))
                            throw $TypeError(".inference.ModelOptimizationPolicy.ExecutionAccelerators.Accelerator.parameters: object expected");
                        message.parameters = {};
                        for (let keys = $Object.keys(object.parameters), i = 0; i < keys.length; ++i) {
                            if (keys[i] === "__proto__")
                                $util.makeProp(message.parameters, keys[i]);
                            message.parameters[keys[i]] = $String(object.parameters[keys[i]]);
                        }
                    }
                    return message;
                };

                Accelerator.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.objects || options.defaults)
                        object.parameters = {};
                    if (options.defaults)
                        object.name = "";
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    let keys2;
                    if (message.parameters && (keys2 = $Object.keys(message.parameters)).length) {
                        object.parameters = {};
                        for (let j = 0; j < keys2.length; ++j) {
                            if (keys2[j] === "__proto__")
                                $util.makeProp(object.parameters, keys2[j]);
                            object.parameters[keys2[j]] = message.parameters[keys2[j]];
                        }
                    }
                    return object;
                };

                Accelerator.prototype.toJSON = function() {
                    return Accelerator.toObject(this, $protobuf.util.toJSONOptions);
                };

                return Accelerator;
            })();

            return ExecutionAccelerators;
        })();

        ModelOptimizationPolicy.PinnedMemoryBuffer = (function() {

            const PinnedMemoryBuffer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PinnedMemoryBuffer.prototype.enable = false;

            PinnedMemoryBuffer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.enable != null && $Object.hasOwnProperty.call(message, "enable") && message.enable !== false)
                    writer.uint32(8).bool(message.enable);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PinnedMemoryBuffer.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelOptimizationPolicy.PinnedMemoryBuffer: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelOptimizationPolicy.PinnedMemoryBuffer();
                if (object.enable != null)
                    if (object.enable)
                        message.enable = $Boolean(object.enable);
                return message;
            };

            PinnedMemoryBuffer.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.enable = false;
                if (message.enable != null && $Object.hasOwnProperty.call(message, "enable"))
                    object.enable = message.enable;
                return object;
            };

            PinnedMemoryBuffer.prototype.toJSON = function() {
                return PinnedMemoryBuffer.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PinnedMemoryBuffer;
        })();

        return ModelOptimizationPolicy;
    })();

    inference.ModelQueuePolicy = (function() {

        const ModelQueuePolicy = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelQueuePolicy.prototype.timeout_action = 0;
        ModelQueuePolicy.prototype.default_timeout_microseconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelQueuePolicy.prototype.allow_timeout_override = false;
        ModelQueuePolicy.prototype.max_queue_size = 0;

        ModelQueuePolicy.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.timeout_action != null && $Object.hasOwnProperty.call(message, "timeout_action") && message.timeout_action !== 0)
                writer.uint32(8).int32(message.timeout_action);
            if (message.default_timeout_microseconds != null && $Object.hasOwnProperty.call(message, "default_timeout_microseconds") && (typeof message.default_timeout_microseconds === "object" ? message.default_timeout_microseconds.low || message.default_timeout_microseconds.high : message.default_timeout_microseconds !== 0))
                writer.uint32(16).uint64(message.default_timeout_microseconds);
            if (message.allow_timeout_override != null && $Object.hasOwnProperty.call(message, "allow_timeout_override") && message.allow_timeout_override !== false)
                writer.uint32(24).bool(message.allow_timeout_override);
            if (message.max_queue_size != null && $Object.hasOwnProperty.call(message, "max_queue_size") && message.max_queue_size !== 0)
                writer.uint32(32).uint32(message.max_queue_size);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelQueuePolicy.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelQueuePolicy)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelQueuePolicy: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelQueuePolicy();
            if (object.timeout_action !== 0 && (typeof object.timeout_action !== "string" || $root.inference.ModelQueuePolicy.TimeoutAction[object.timeout_action] !== 0))
                switch (object.timeout_action) {
                case "REJECT":
                case 0:
                    message.timeout_action = 0;
                    break;
                case "DELAY":
                case 1:
                    message.timeout_action = 1;
                    break;
                default:
                    if (typeof object.timeout_action === "number" && (object.timeout_action | 0) === object.timeout_action)
                        message.timeout_action = object.timeout_action;
                }
            if (object.default_timeout_microseconds != null)
                if (typeof object.default_timeout_microseconds === "object" ? object.default_timeout_microseconds.low || object.default_timeout_microseconds.high : $Number(object.default_timeout_microseconds) !== 0)
                    if ($util.Long)
                        message.default_timeout_microseconds = $util.Long.fromValue(object.default_timeout_microseconds, true);
                    else if (typeof object.default_timeout_microseconds === "string")
                        message.default_timeout_microseconds = $parseInt(object.default_timeout_microseconds, 10);
                    else if (typeof object.default_timeout_microseconds === "number")
                        message.default_timeout_microseconds = object.default_timeout_microseconds;
                    else if (typeof object.default_timeout_microseconds === "object")
                        message.default_timeout_microseconds = new $util.LongBits(object.default_timeout_microseconds.low >>> 0, object.default_timeout_microseconds.high >>> 0).toNumber(true);
            if (object.allow_timeout_override != null)
                if (object.allow_timeout_override)
                    message.allow_timeout_override = $Boolean(object.allow_timeout_override);
            if (object.max_queue_size != null)
                if ($Number(object.max_queue_size) !== 0)
                    message.max_queue_size = object.max_queue_size >>> 0;
            return message;
        };

        ModelQueuePolicy.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.timeout_action = options.enums === $String ? "REJECT" : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.default_timeout_microseconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.default_timeout_microseconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.allow_timeout_override = false;
                object.max_queue_size = 0;
            }
            if (message.timeout_action != null && $Object.hasOwnProperty.call(message, "timeout_action"))
                object.timeout_action = options.enums === $String ? $root.inference.ModelQueuePolicy.TimeoutAction[message.timeout_action] === $undefined ? message.timeout_action : $root.inference.ModelQueuePolicy.TimeoutAction[message.timeout_action] : message.timeout_action;
            if (message.default_timeout_microseconds != null && $Object.hasOwnProperty.call(message, "default_timeout_microseconds"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.default_timeout_microseconds = typeof message.default_timeout_microseconds === "number" ? $BigInt(message.default_timeout_microseconds) : $util.Long.fromBits(message.default_timeout_microseconds.low >>> 0, message.default_timeout_microseconds.high >>> 0, true).toBigInt();
                else if (typeof message.default_timeout_microseconds === "number")
                    object.default_timeout_microseconds = options.longs === $String ? $String(message.default_timeout_microseconds) : message.default_timeout_microseconds;
                else
                    object.default_timeout_microseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.default_timeout_microseconds) : options.longs === $Number ? new $util.LongBits(message.default_timeout_microseconds.low >>> 0, message.default_timeout_microseconds.high >>> 0).toNumber(true) : message.default_timeout_microseconds;
            if (message.allow_timeout_override != null && $Object.hasOwnProperty.call(message, "allow_timeout_override"))
                object.allow_timeout_override = message.allow_timeout_override;
            if (message.max_queue_size != null && $Object.hasOwnProperty.call(message, "max_queue_size"))
                object.max_queue_size = message.max_queue_size;
            return object;
        };

        ModelQueuePolicy.prototype.toJSON = function() {
            return ModelQueuePolicy.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelQueuePolicy.TimeoutAction = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REJECT"] = 0;
            values[valuesById[1] = "DELAY"] = 1;
            return values;
        })();

        return ModelQueuePolicy;
    })();

    inference.ModelDynamicBatching = (function() {

        const ModelDynamicBatching = function (properties) {
            this.preferred_batch_size = [];
            this.priority_queue_policy = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelDynamicBatching.prototype.preferred_batch_size = $util.emptyArray;
        ModelDynamicBatching.prototype.max_queue_delay_microseconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelDynamicBatching.prototype.preserve_ordering = false;
        ModelDynamicBatching.prototype.priority_levels = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelDynamicBatching.prototype.default_priority_level = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelDynamicBatching.prototype.default_queue_policy = null;
        ModelDynamicBatching.prototype.priority_queue_policy = $util.emptyObject;

        ModelDynamicBatching.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.preferred_batch_size != null && message.preferred_batch_size.length)
                writer.uint32(10).int32s(message.preferred_batch_size);
            if (message.max_queue_delay_microseconds != null && $Object.hasOwnProperty.call(message, "max_queue_delay_microseconds") && (typeof message.max_queue_delay_microseconds === "object" ? message.max_queue_delay_microseconds.low || message.max_queue_delay_microseconds.high : message.max_queue_delay_microseconds !== 0))
                writer.uint32(16).uint64(message.max_queue_delay_microseconds);
            if (message.preserve_ordering != null && $Object.hasOwnProperty.call(message, "preserve_ordering") && message.preserve_ordering !== false)
                writer.uint32(24).bool(message.preserve_ordering);
            if (message.priority_levels != null && $Object.hasOwnProperty.call(message, "priority_levels") && (typeof message.priority_levels === "object" ? message.priority_levels.low || message.priority_levels.high : message.priority_levels !== 0))
                writer.uint32(32).uint64(message.priority_levels);
            if (message.default_priority_level != null && $Object.hasOwnProperty.call(message, "default_priority_level") && (typeof message.default_priority_level === "object" ? message.default_priority_level.low || message.default_priority_level.high : message.default_priority_level !== 0))
                writer.uint32(40).uint64(message.default_priority_level);
            if (message.default_queue_policy != null && $Object.hasOwnProperty.call(message, "default_queue_policy"))
                $root.inference.ModelQueuePolicy.encode(message.default_queue_policy, writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.priority_queue_policy != null && $Object.hasOwnProperty.call(message, "priority_queue_policy"))
                for (let keys = $Object.keys(message.priority_queue_policy), i = 0; i < keys.length; ++i) {
                    writer.uint32(58).fork().uint32(8).uint64($util.longFromKey(keys[i], true));
                    $root.inference.ModelQueuePolicy.encode(message.priority_queue_policy[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelDynamicBatching.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelDynamicBatching)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelDynamicBatching: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelDynamicBatching();
            if (object.preferred_batch_size) {
                if (!$Array.isArray(object.preferred_batch_size))
                    throw $TypeError(".inference.ModelDynamicBatching.preferred_batch_size: array expected");
                message.preferred_batch_size = $Array(object.preferred_batch_size.length);
                for (let i = 0; i < object.preferred_batch_size.length; ++i)
                    message.preferred_batch_size[i] = object.preferred_batch_size[i] | 0;
            }
            if (object.max_queue_delay_microseconds != null)
                if (typeof object.max_queue_delay_microseconds === "object" ? object.max_queue_delay_microseconds.low || object.max_queue_delay_microseconds.high : $Number(object.max_queue_delay_microseconds) !== 0)
                    if ($util.Long)
                        message.max_queue_delay_microseconds = $util.Long.fromValue(object.max_queue_delay_microseconds, true);
                    else if (typeof object.max_queue_delay_microseconds === "string")
                        message.max_queue_delay_microseconds = $parseInt(object.max_queue_delay_microseconds, 10);
                    else if (typeof object.max_queue_delay_microseconds === "number")
                        message.max_queue_delay_microseconds = object.max_queue_delay_microseconds;
                    else if (typeof object.max_queue_delay_microseconds === "object")
                        message.max_queue_delay_microseconds = new $util.LongBits(object.max_queue_delay_microseconds.low >>> 0, object.max_queue_delay_microseconds.high >>> 0).toNumber(true);
            if (object.preserve_ordering != null)
                if (object.preserve_ordering)
                    message.preserve_ordering = $Boolean(object.preserve_ordering);
            if (object.priority_levels != null)
                if (typeof object.priority_levels === "object" ? object.priority_levels.low || object.priority_levels.high : $Number(object.priority_levels) !== 0)
                    if ($util.Long)
                        message.priority_levels = $util.Long.fromValue(object.priority_levels, true);
                    else if (typeof object.priority_levels === "string")
                        message.priority_levels = $parseInt(object.priority_levels, 10);
                    else if (typeof object.priority_levels === "number")
                        message.priority_levels = object.priority_levels;
                    else if (typeof object.priority_levels === "object")
                        message.priority_levels = new $util.LongBits(object.priority_levels.low >>> 0, object.priority_levels.high >>> 0).toNumber(true);
            if (object.default_priority_level != null)
                if (typeof object.default_priority_level === "object" ? object.default_priority_level.low || object.default_priority_level.high : $Number(object.default_priority_level) !== 0)
                    if ($util.Long)
                        message.default_priority_level = $util.Long.fromValue(object.default_priority_level, true);
                    else if (typeof object.default_priority_level === "string")
                        message.default_priority_level = $parseInt(object.default_priority_level, 10);
                    else if (typeof object.default_priority_level === "number")
                        message.default_priority_level = object.default_priority_level;
                    else if (typeof object.default_priority_level === "object")
                        message.default_priority_level = new $util.LongBits(object.default_priority_level.low >>> 0, object.default_priority_level.high >>> 0).toNumber(true);
            if (object.default_queue_policy != null) {
                if (!$util.isObject(object.default_queue_policy))
                    throw $TypeError(".inference.ModelDynamicBatching.default_queue_policy: object expected");
                message.default_queue_policy = $root.inference.ModelQueuePolicy.fromObject(object.default_queue_policy, _depth + 1);
            }
            if (object.priority_queue_policy) {
                if (!$util.isObject(object.priority_queue_policy))
                    throw $TypeError(".inference.ModelDynamicBatching.priority_queue_policy: object expected");
                message.priority_queue_policy = {};
                for (let keys = $Object.keys(object.priority_queue_policy), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.priority_queue_policy, keys[i]);
                    if (!$util.isObject(object.priority_queue_policy[keys[i]]))
                        throw $TypeError(".inference.ModelDynamicBatching.priority_queue_policy: object expected");
                    message.priority_queue_policy[keys[i]] = $root.inference.ModelQueuePolicy.fromObject(object.priority_queue_policy[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        ModelDynamicBatching.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.preferred_batch_size = [];
            if (options.objects || options.defaults)
                object.priority_queue_policy = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.max_queue_delay_microseconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.max_queue_delay_microseconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.preserve_ordering = false;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.priority_levels = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.priority_levels = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.default_priority_level = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.default_priority_level = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.default_queue_policy = null;
            }
            if (message.preferred_batch_size && message.preferred_batch_size.length) {
                object.preferred_batch_size = $Array(message.preferred_batch_size.length);
                for (let j = 0; j < message.preferred_batch_size.length; ++j)
                    object.preferred_batch_size[j] = message.preferred_batch_size[j];
            }
            if (message.max_queue_delay_microseconds != null && $Object.hasOwnProperty.call(message, "max_queue_delay_microseconds"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.max_queue_delay_microseconds = typeof message.max_queue_delay_microseconds === "number" ? $BigInt(message.max_queue_delay_microseconds) : $util.Long.fromBits(message.max_queue_delay_microseconds.low >>> 0, message.max_queue_delay_microseconds.high >>> 0, true).toBigInt();
                else if (typeof message.max_queue_delay_microseconds === "number")
                    object.max_queue_delay_microseconds = options.longs === $String ? $String(message.max_queue_delay_microseconds) : message.max_queue_delay_microseconds;
                else
                    object.max_queue_delay_microseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.max_queue_delay_microseconds) : options.longs === $Number ? new $util.LongBits(message.max_queue_delay_microseconds.low >>> 0, message.max_queue_delay_microseconds.high >>> 0).toNumber(true) : message.max_queue_delay_microseconds;
            if (message.preserve_ordering != null && $Object.hasOwnProperty.call(message, "preserve_ordering"))
                object.preserve_ordering = message.preserve_ordering;
            if (message.priority_levels != null && $Object.hasOwnProperty.call(message, "priority_levels"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.priority_levels = typeof message.priority_levels === "number" ? $BigInt(message.priority_levels) : $util.Long.fromBits(message.priority_levels.low >>> 0, message.priority_levels.high >>> 0, true).toBigInt();
                else if (typeof message.priority_levels === "number")
                    object.priority_levels = options.longs === $String ? $String(message.priority_levels) : message.priority_levels;
                else
                    object.priority_levels = options.longs === $String ? $util.Long.prototype.toString.call(message.priority_levels) : options.longs === $Number ? new $util.LongBits(message.priority_levels.low >>> 0, message.priority_levels.high >>> 0).toNumber(true) : message.priority_levels;
            if (message.default_priority_level != null && $Object.hasOwnProperty.call(message, "default_priority_level"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.default_priority_level = typeof message.default_priority_level === "number" ? $BigInt(message.default_priority_level) : $util.Long.fromBits(message.default_priority_level.low >>> 0, message.default_priority_level.high >>> 0, true).toBigInt();
                else if (typeof message.default_priority_level === "number")
                    object.default_priority_level = options.longs === $String ? $String(message.default_priority_level) : message.default_priority_level;
                else
                    object.default_priority_level = options.longs === $String ? $util.Long.prototype.toString.call(message.default_priority_level) : options.longs === $Number ? new $util.LongBits(message.default_priority_level.low >>> 0, message.default_priority_level.high >>> 0).toNumber(true) : message.default_priority_level;
            if (message.default_queue_policy != null && $Object.hasOwnProperty.call(message, "default_queue_policy"))
                object.default_queue_policy = $root.inference.ModelQueuePolicy.toObject(message.default_queue_policy, options, _depth + 1);
            let keys2;
            if (message.priority_queue_policy && (keys2 = $Object.keys(message.priority_queue_policy)).length) {
                object.priority_queue_policy = {};
                for (let j = 0; j < keys2.length; ++j) {
                    let k2 = $util.longFromKey(keys2[j], true).toString();
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.priority_queue_policy, keys2[j]);
                    object.priority_queue_policy[k2] = $root.inference.ModelQueuePolicy.toObject(message.priority_queue_policy[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        ModelDynamicBatching.prototype.toJSON = function() {
            return ModelDynamicBatching.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelDynamicBatching;
    })();

    inference.ModelSequenceBatching = (function() {

        const ModelSequenceBatching = function (properties) {
            this.control_input = [];
            this.state = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelSequenceBatching.prototype.max_sequence_idle_microseconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        ModelSequenceBatching.prototype.control_input = $util.emptyArray;
        ModelSequenceBatching.prototype.direct = null;
        ModelSequenceBatching.prototype.oldest = null;
        ModelSequenceBatching.prototype.state = $util.emptyArray;
        ModelSequenceBatching.prototype.iterative_sequence = false;

        let $oneOfFields;

        $Object.defineProperty(ModelSequenceBatching.prototype, "strategy_choice", {
            get: $util.oneOfGetter($oneOfFields = ["direct", "oldest"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        ModelSequenceBatching.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.max_sequence_idle_microseconds != null && $Object.hasOwnProperty.call(message, "max_sequence_idle_microseconds") && (typeof message.max_sequence_idle_microseconds === "object" ? message.max_sequence_idle_microseconds.low || message.max_sequence_idle_microseconds.high : message.max_sequence_idle_microseconds !== 0))
                writer.uint32(8).uint64(message.max_sequence_idle_microseconds);
            if (message.control_input != null && message.control_input.length)
                for (let i = 0; i < message.control_input.length; ++i)
                    $root.inference.ModelSequenceBatching.ControlInput.encode(message.control_input[i], writer.uint32(18).fork(), _depth + 1).ldelim();
            if (message.direct != null && $Object.hasOwnProperty.call(message, "direct"))
                $root.inference.ModelSequenceBatching.StrategyDirect.encode(message.direct, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.oldest != null && $Object.hasOwnProperty.call(message, "oldest"))
                $root.inference.ModelSequenceBatching.StrategyOldest.encode(message.oldest, writer.uint32(34).fork(), _depth + 1).ldelim();
            if (message.state != null && message.state.length)
                for (let i = 0; i < message.state.length; ++i)
                    $root.inference.ModelSequenceBatching.State.encode(message.state[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.iterative_sequence != null && $Object.hasOwnProperty.call(message, "iterative_sequence") && message.iterative_sequence !== false)
                writer.uint32(48).bool(message.iterative_sequence);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelSequenceBatching.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelSequenceBatching)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelSequenceBatching: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelSequenceBatching();
            if (object.max_sequence_idle_microseconds != null)
                if (typeof object.max_sequence_idle_microseconds === "object" ? object.max_sequence_idle_microseconds.low || object.max_sequence_idle_microseconds.high : $Number(object.max_sequence_idle_microseconds) !== 0)
                    if ($util.Long)
                        message.max_sequence_idle_microseconds = $util.Long.fromValue(object.max_sequence_idle_microseconds, true);
                    else if (typeof object.max_sequence_idle_microseconds === "string")
                        message.max_sequence_idle_microseconds = $parseInt(object.max_sequence_idle_microseconds, 10);
                    else if (typeof object.max_sequence_idle_microseconds === "number")
                        message.max_sequence_idle_microseconds = object.max_sequence_idle_microseconds;
                    else if (typeof object.max_sequence_idle_microseconds === "object")
                        message.max_sequence_idle_microseconds = new $util.LongBits(object.max_sequence_idle_microseconds.low >>> 0, object.max_sequence_idle_microseconds.high >>> 0).toNumber(true);
            if (object.control_input) {
                if (!$Array.isArray(object.control_input))
                    throw $TypeError(".inference.ModelSequenceBatching.control_input: array expected");
                message.control_input = $Array(object.control_input.length);
                for (let i = 0; i < object.control_input.length; ++i) {
                    if (!$util.isObject(object.control_input[i]))
                        throw $TypeError(".inference.ModelSequenceBatching.control_input: object expected");
                    message.control_input[i] = $root.inference.ModelSequenceBatching.ControlInput.fromObject(object.control_input[i], _depth + 1);
                }
            }
            if (object.direct != null) {
                if (!$util.isObject(object.direct))
                    throw $TypeError(".inference.ModelSequenceBatching.direct: object expected");
                message.direct = $root.inference.ModelSequenceBatching.StrategyDirect.fromObject(object.direct, _depth + 1);
            }
            if (object.oldest != null) {
                if (!$util.isObject(object.oldest))
                    throw $TypeError(".inference.ModelSequenceBatching.oldest: object expected");
                message.oldest = $root.inference.ModelSequenceBatching.StrategyOldest.fromObject(object.oldest, _depth + 1);
            }
            if (object.state) {
                if (!$Array.isArray(object.state))
                    throw $TypeError(".inference.ModelSequenceBatching.state: array expected");
                message.state = $Array(object.state.length);
                for (let i = 0; i < object.state.length; ++i) {
                    if (!$util.isObject(object.state[i]))
                        throw $TypeError(".inference.ModelSequenceBatching.state: object expected");
                    message.state[i] = $root.inference.ModelSequenceBatching.State.fromObject(object.state[i], _depth + 1);
                }
            }
            if (object.iterative_sequence != null)
                if (object.iterative_sequence)
                    message.iterative_sequence = $Boolean(object.iterative_sequence);
            return message;
        };

        ModelSequenceBatching.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.control_input = [];
                object.state = [];
            }
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.max_sequence_idle_microseconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.max_sequence_idle_microseconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.iterative_sequence = false;
            }
            if (message.max_sequence_idle_microseconds != null && $Object.hasOwnProperty.call(message, "max_sequence_idle_microseconds"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.max_sequence_idle_microseconds = typeof message.max_sequence_idle_microseconds === "number" ? $BigInt(message.max_sequence_idle_microseconds) : $util.Long.fromBits(message.max_sequence_idle_microseconds.low >>> 0, message.max_sequence_idle_microseconds.high >>> 0, true).toBigInt();
                else if (typeof message.max_sequence_idle_microseconds === "number")
                    object.max_sequence_idle_microseconds = options.longs === $String ? $String(message.max_sequence_idle_microseconds) : message.max_sequence_idle_microseconds;
                else
                    object.max_sequence_idle_microseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.max_sequence_idle_microseconds) : options.longs === $Number ? new $util.LongBits(message.max_sequence_idle_microseconds.low >>> 0, message.max_sequence_idle_microseconds.high >>> 0).toNumber(true) : message.max_sequence_idle_microseconds;
            if (message.control_input && message.control_input.length) {
                object.control_input = $Array(message.control_input.length);
                for (let j = 0; j < message.control_input.length; ++j)
                    object.control_input[j] = $root.inference.ModelSequenceBatching.ControlInput.toObject(message.control_input[j], options, _depth + 1);
            }
            if (message.direct != null && $Object.hasOwnProperty.call(message, "direct")) {
                object.direct = $root.inference.ModelSequenceBatching.StrategyDirect.toObject(message.direct, options, _depth + 1);
                if (options.oneofs)
                    object.strategy_choice = "direct";
            }
            if (message.oldest != null && $Object.hasOwnProperty.call(message, "oldest")) {
                object.oldest = $root.inference.ModelSequenceBatching.StrategyOldest.toObject(message.oldest, options, _depth + 1);
                if (options.oneofs)
                    object.strategy_choice = "oldest";
            }
            if (message.state && message.state.length) {
                object.state = $Array(message.state.length);
                for (let j = 0; j < message.state.length; ++j)
                    object.state[j] = $root.inference.ModelSequenceBatching.State.toObject(message.state[j], options, _depth + 1);
            }
            if (message.iterative_sequence != null && $Object.hasOwnProperty.call(message, "iterative_sequence"))
                object.iterative_sequence = message.iterative_sequence;
            return object;
        };

        ModelSequenceBatching.prototype.toJSON = function() {
            return ModelSequenceBatching.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelSequenceBatching.Control = (function() {

            const Control = function (properties) {
                this.int32_false_true = [];
                this.fp32_false_true = [];
                this.bool_false_true = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Control.prototype.kind = 0;
            Control.prototype.int32_false_true = $util.emptyArray;
            Control.prototype.fp32_false_true = $util.emptyArray;
            Control.prototype.data_type = 0;
            Control.prototype.bool_false_true = $util.emptyArray;

            Control.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                    writer.uint32(8).int32(message.kind);
                if (message.int32_false_true != null && message.int32_false_true.length)
                    writer.uint32(18).int32s(message.int32_false_true);
                if (message.fp32_false_true != null && message.fp32_false_true.length)
                    writer.uint32(26).floats(message.fp32_false_true);
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                    writer.uint32(32).int32(message.data_type);
                if (message.bool_false_true != null && message.bool_false_true.length)
                    writer.uint32(42).bools(message.bool_false_true);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Control.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelSequenceBatching.Control)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelSequenceBatching.Control: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelSequenceBatching.Control();
                if (object.kind !== 0 && (typeof object.kind !== "string" || $root.inference.ModelSequenceBatching.Control.Kind[object.kind] !== 0))
                    switch (object.kind) {
                    case "CONTROL_SEQUENCE_START":
                    case 0:
                        message.kind = 0;
                        break;
                    case "CONTROL_SEQUENCE_READY":
                    case 1:
                        message.kind = 1;
                        break;
                    case "CONTROL_SEQUENCE_END":
                    case 2:
                        message.kind = 2;
                        break;
                    case "CONTROL_SEQUENCE_CORRID":
                    case 3:
                        message.kind = 3;
                        break;
                    default:
                        if (typeof object.kind === "number" && (object.kind | 0) === object.kind)
                            message.kind = object.kind;
                    }
                if (object.int32_false_true) {
                    if (!$Array.isArray(object.int32_false_true))
                        throw $TypeError(".inference.ModelSequenceBatching.Control.int32_false_true: array expected");
                    message.int32_false_true = $Array(object.int32_false_true.length);
                    for (let i = 0; i < object.int32_false_true.length; ++i)
                        message.int32_false_true[i] = object.int32_false_true[i] | 0;
                }
                if (object.fp32_false_true) {
                    if (!$Array.isArray(object.fp32_false_true))
                        throw $TypeError(".inference.ModelSequenceBatching.Control.fp32_false_true: array expected");
                    message.fp32_false_true = $Array(object.fp32_false_true.length);
                    for (let i = 0; i < object.fp32_false_true.length; ++i)
                        message.fp32_false_true[i] = $Number(object.fp32_false_true[i]);
                }
                if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                    switch (object.data_type) {
                    case "TYPE_INVALID":
                    case 0:
                        message.data_type = 0;
                        break;
                    case "TYPE_BOOL":
                    case 1:
                        message.data_type = 1;
                        break;
                    case "TYPE_UINT8":
                    case 2:
                        message.data_type = 2;
                        break;
                    case "TYPE_UINT16":
                    case 3:
                        message.data_type = 3;
                        break;
                    case "TYPE_UINT32":
                    case 4:
                        message.data_type = 4;
                        break;
                    case "TYPE_UINT64":
                    case 5:
                        message.data_type = 5;
                        break;
                    case "TYPE_INT8":
                    case 6:
                        message.data_type = 6;
                        break;
                    case "TYPE_INT16":
                    case 7:
                        message.data_type = 7;
                        break;
                    case "TYPE_INT32":
                    case 8:
                        message.data_type = 8;
                        break;
                    case "TYPE_INT64":
                    case 9:
                        message.data_type = 9;
                        break;
                    case "TYPE_FP16":
                    case 10:
                        message.data_type = 10;
                        break;
                    case "TYPE_FP32":
                    case 11:
                        message.data_type = 11;
                        break;
                    case "TYPE_FP64":
                    case 12:
                        message.data_type = 12;
                        break;
                    case "TYPE_STRING":
                    case 13:
                        message.data_type = 13;
                        break;
                    case "TYPE_BF16":
                    case 14:
                        message.data_type = 14;
                        break;
                    default:
                        if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                            message.data_type = object.data_type;
                    }
                if (object.bool_false_true) {
                    if (!$Array.isArray(object.bool_false_true))
                        throw $TypeError(".inference.ModelSequenceBatching.Control.bool_false_true: array expected");
                    message.bool_false_true = $Array(object.bool_false_true.length);
                    for (let i = 0; i < object.bool_false_true.length; ++i)
                        message.bool_false_true[i] = $Boolean(object.bool_false_true[i]);
                }
                return message;
            };

            Control.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.int32_false_true = [];
                    object.fp32_false_true = [];
                    object.bool_false_true = [];
                }
                if (options.defaults) {
                    object.kind = options.enums === $String ? "CONTROL_SEQUENCE_START" : 0;
                    object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
                }
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = options.enums === $String ? $root.inference.ModelSequenceBatching.Control.Kind[message.kind] === $undefined ? message.kind : $root.inference.ModelSequenceBatching.Control.Kind[message.kind] : message.kind;
                if (message.int32_false_true && message.int32_false_true.length) {
                    object.int32_false_true = $Array(message.int32_false_true.length);
                    for (let j = 0; j < message.int32_false_true.length; ++j)
                        object.int32_false_true[j] = message.int32_false_true[j];
                }
                if (message.fp32_false_true && message.fp32_false_true.length) {
                    object.fp32_false_true = $Array(message.fp32_false_true.length);
                    for (let j = 0; j < message.fp32_false_true.length; ++j)
                        object.fp32_false_true[j] = options.json && !$isFinite(message.fp32_false_true[j]) ? $String(message.fp32_false_true[j]) : message.fp32_false_true[j];
                }
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                    object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
                if (message.bool_false_true && message.bool_false_true.length) {
                    object.bool_false_true = $Array(message.bool_false_true.length);
                    for (let j = 0; j < message.bool_false_true.length; ++j)
                        object.bool_false_true[j] = message.bool_false_true[j];
                }
                return object;
            };

            Control.prototype.toJSON = function() {
                return Control.toObject(this, $protobuf.util.toJSONOptions);
            };

            Control.Kind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "CONTROL_SEQUENCE_START"] = 0;
                values[valuesById[1] = "CONTROL_SEQUENCE_READY"] = 1;
                values[valuesById[2] = "CONTROL_SEQUENCE_END"] = 2;
                values[valuesById[3] = "CONTROL_SEQUENCE_CORRID"] = 3;
                return values;
            })();

            return Control;
        })();

        ModelSequenceBatching.ControlInput = (function() {

            const ControlInput = function (properties) {
                this.control = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ControlInput.prototype.name = "";
            ControlInput.prototype.control = $util.emptyArray;

            ControlInput.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.control != null && message.control.length)
                    for (let i = 0; i < message.control.length; ++i)
                        $root.inference.ModelSequenceBatching.Control.encode(message.control[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ControlInput.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelSequenceBatching.ControlInput)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelSequenceBatching.ControlInput: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelSequenceBatching.ControlInput();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.control) {
                    if (!$Array.isArray(object.control))
                        throw $TypeError(".inference.ModelSequenceBatching.ControlInput.control: array expected");
                    message.control = $Array(object.control.length);
                    for (let i = 0; i < object.control.length; ++i) {
                        if (!$util.isObject(object.control[i]))
                            throw $TypeError(".inference.ModelSequenceBatching.ControlInput.control: object expected");
                        message.control[i] = $root.inference.ModelSequenceBatching.Control.fromObject(object.control[i], _depth + 1);
                    }
                }
                return message;
            };

            ControlInput.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.control = [];
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.control && message.control.length) {
                    object.control = $Array(message.control.length);
                    for (let j = 0; j < message.control.length; ++j)
                        object.control[j] = $root.inference.ModelSequenceBatching.Control.toObject(message.control[j], options, _depth + 1);
                }
                return object;
            };

            ControlInput.prototype.toJSON = function() {
                return ControlInput.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ControlInput;
        })();

        ModelSequenceBatching.InitialState = (function() {

            const InitialState = function (properties) {
                this.dims = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            InitialState.prototype.data_type = 0;
            InitialState.prototype.dims = $util.emptyArray;
            InitialState.prototype.zero_data = null;
            InitialState.prototype.data_file = null;
            InitialState.prototype.name = "";

            let $oneOfFields;

            $Object.defineProperty(InitialState.prototype, "state_data", {
                get: $util.oneOfGetter($oneOfFields = ["zero_data", "data_file"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            InitialState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                    writer.uint32(8).int32(message.data_type);
                if (message.dims != null && message.dims.length)
                    writer.uint32(18).int64s(message.dims);
                if (message.zero_data != null && $Object.hasOwnProperty.call(message, "zero_data"))
                    writer.uint32(24).bool(message.zero_data);
                if (message.data_file != null && $Object.hasOwnProperty.call(message, "data_file"))
                    writer.uint32(34).string(message.data_file);
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(42).string(message.name);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            InitialState.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelSequenceBatching.InitialState)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelSequenceBatching.InitialState: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelSequenceBatching.InitialState();
                if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                    switch (object.data_type) {
                    case "TYPE_INVALID":
                    case 0:
                        message.data_type = 0;
                        break;
                    case "TYPE_BOOL":
                    case 1:
                        message.data_type = 1;
                        break;
                    case "TYPE_UINT8":
                    case 2:
                        message.data_type = 2;
                        break;
                    case "TYPE_UINT16":
                    case 3:
                        message.data_type = 3;
                        break;
                    case "TYPE_UINT32":
                    case 4:
                        message.data_type = 4;
                        break;
                    case "TYPE_UINT64":
                    case 5:
                        message.data_type = 5;
                        break;
                    case "TYPE_INT8":
                    case 6:
                        message.data_type = 6;
                        break;
                    case "TYPE_INT16":
                    case 7:
                        message.data_type = 7;
                        break;
                    case "TYPE_INT32":
                    case 8:
                        message.data_type = 8;
                        break;
                    case "TYPE_INT64":
                    case 9:
                        message.data_type = 9;
                        break;
                    case "TYPE_FP16":
                    case 10:
                        message.data_type = 10;
                        break;
                    case "TYPE_FP32":
                    case 11:
                        message.data_type = 11;
                        break;
                    case "TYPE_FP64":
                    case 12:
                        message.data_type = 12;
                        break;
                    case "TYPE_STRING":
                    case 13:
                        message.data_type = 13;
                        break;
                    case "TYPE_BF16":
                    case 14:
                        message.data_type = 14;
                        break;
                    default:
                        if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                            message.data_type = object.data_type;
                    }
                if (object.dims) {
                    if (!$Array.isArray(object.dims))
                        throw $TypeError(".inference.ModelSequenceBatching.InitialState.dims: array expected");
                    message.dims = $Array(object.dims.length);
                    for (let i = 0; i < object.dims.length; ++i)
                        if ($util.Long)
                            message.dims[i] = $util.Long.fromValue(object.dims[i], false);
                        else if (typeof object.dims[i] === "string")
                            message.dims[i] = $parseInt(object.dims[i], 10);
                        else if (typeof object.dims[i] === "number")
                            message.dims[i] = object.dims[i];
                        else if (typeof object.dims[i] === "object")
                            message.dims[i] = new $util.LongBits(object.dims[i].low >>> 0, object.dims[i].high >>> 0).toNumber();
                }
                if (object.zero_data != null)
                    message.zero_data = $Boolean(object.zero_data);
                if (object.data_file != null)
                    message.data_file = $String(object.data_file);
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                return message;
            };

            InitialState.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.dims = [];
                if (options.defaults) {
                    object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
                    object.name = "";
                }
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                    object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
                if (message.dims && message.dims.length) {
                    object.dims = $Array(message.dims.length);
                    for (let j = 0; j < message.dims.length; ++j)
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.dims[j] = typeof message.dims[j] === "number" ? $BigInt(message.dims[j]) : $util.Long.fromBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0, false).toBigInt();
                        else if (typeof message.dims[j] === "number")
                            object.dims[j] = options.longs === $String ? $String(message.dims[j]) : message.dims[j];
                        else
                            object.dims[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.dims[j]) : options.longs === $Number ? new $util.LongBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0).toNumber() : message.dims[j];
                }
                if (message.zero_data != null && $Object.hasOwnProperty.call(message, "zero_data")) {
                    object.zero_data = message.zero_data;
                    if (options.oneofs)
                        object.state_data = "zero_data";
                }
                if (message.data_file != null && $Object.hasOwnProperty.call(message, "data_file")) {
                    object.data_file = message.data_file;
                    if (options.oneofs)
                        object.state_data = "data_file";
                }
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                return object;
            };

            InitialState.prototype.toJSON = function() {
                return InitialState.toObject(this, $protobuf.util.toJSONOptions);
            };

            return InitialState;
        })();

        ModelSequenceBatching.State = (function() {

            const State = function (properties) {
                this.dims = [];
                this.initial_state = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            State.prototype.input_name = "";
            State.prototype.output_name = "";
            State.prototype.data_type = 0;
            State.prototype.dims = $util.emptyArray;
            State.prototype.initial_state = $util.emptyArray;
            State.prototype.use_same_buffer_for_input_output = false;
            State.prototype.use_growable_memory = false;

            State.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.input_name != null && $Object.hasOwnProperty.call(message, "input_name") && message.input_name !== "")
                    writer.uint32(10).string(message.input_name);
                if (message.output_name != null && $Object.hasOwnProperty.call(message, "output_name") && message.output_name !== "")
                    writer.uint32(18).string(message.output_name);
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                    writer.uint32(24).int32(message.data_type);
                if (message.dims != null && message.dims.length)
                    writer.uint32(34).int64s(message.dims);
                if (message.initial_state != null && message.initial_state.length)
                    for (let i = 0; i < message.initial_state.length; ++i)
                        $root.inference.ModelSequenceBatching.InitialState.encode(message.initial_state[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.use_same_buffer_for_input_output != null && $Object.hasOwnProperty.call(message, "use_same_buffer_for_input_output") && message.use_same_buffer_for_input_output !== false)
                    writer.uint32(48).bool(message.use_same_buffer_for_input_output);
                if (message.use_growable_memory != null && $Object.hasOwnProperty.call(message, "use_growable_memory") && message.use_growable_memory !== false)
                    writer.uint32(56).bool(message.use_growable_memory);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            State.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelSequenceBatching.State)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelSequenceBatching.State: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelSequenceBatching.State();
                if (object.input_name != null)
                    if (typeof object.input_name !== "string" || object.input_name.length)
                        message.input_name = $String(object.input_name);
                if (object.output_name != null)
                    if (typeof object.output_name !== "string" || object.output_name.length)
                        message.output_name = $String(object.output_name);
                if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                    switch (object.data_type) {
                    case "TYPE_INVALID":
                    case 0:
                        message.data_type = 0;
                        break;
                    case "TYPE_BOOL":
                    case 1:
                        message.data_type = 1;
                        break;
                    case "TYPE_UINT8":
                    case 2:
                        message.data_type = 2;
                        break;
                    case "TYPE_UINT16":
                    case 3:
                        message.data_type = 3;
                        break;
                    case "TYPE_UINT32":
                    case 4:
                        message.data_type = 4;
                        break;
                    case "TYPE_UINT64":
                    case 5:
                        message.data_type = 5;
                        break;
                    case "TYPE_INT8":
                    case 6:
                        message.data_type = 6;
                        break;
                    case "TYPE_INT16":
                    case 7:
                        message.data_type = 7;
                        break;
                    case "TYPE_INT32":
                    case 8:
                        message.data_type = 8;
                        break;
                    case "TYPE_INT64":
                    case 9:
                        message.data_type = 9;
                        break;
                    case "TYPE_FP16":
                    case 10:
                        message.data_type = 10;
                        break;
                    case "TYPE_FP32":
                    case 11:
                        message.data_type = 11;
                        break;
                    case "TYPE_FP64":
                    case 12:
                        message.data_type = 12;
                        break;
                    case "TYPE_STRING":
                    case 13:
                        message.data_type = 13;
                        break;
                    case "TYPE_BF16":
                    case 14:
                        message.data_type = 14;
                        break;
                    default:
                        if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                            message.data_type = object.data_type;
                    }
                if (object.dims) {
                    if (!$Array.isArray(object.dims))
                        throw $TypeError(".inference.ModelSequenceBatching.State.dims: array expected");
                    message.dims = $Array(object.dims.length);
                    for (let i = 0; i < object.dims.length; ++i)
                        if ($util.Long)
                            message.dims[i] = $util.Long.fromValue(object.dims[i], false);
                        else if (typeof object.dims[i] === "string")
                            message.dims[i] = $parseInt(object.dims[i], 10);
                        else if (typeof object.dims[i] === "number")
                            message.dims[i] = object.dims[i];
                        else if (typeof object.dims[i] === "object")
                            message.dims[i] = new $util.LongBits(object.dims[i].low >>> 0, object.dims[i].high >>> 0).toNumber();
                }
                if (object.initial_state) {
                    if (!$Array.isArray(object.initial_state))
                        throw $TypeError(".inference.ModelSequenceBatching.State.initial_state: array expected");
                    message.initial_state = $Array(object.initial_state.length);
                    for (let i = 0; i < object.initial_state.length; ++i) {
                        if (!$util.isObject(object.initial_state[i]))
                            throw $TypeError(".inference.ModelSequenceBatching.State.initial_state: object expected");
                        message.initial_state[i] = $root.inference.ModelSequenceBatching.InitialState.fromObject(object.initial_state[i], _depth + 1);
                    }
                }
                if (object.use_same_buffer_for_input_output != null)
                    if (object.use_same_buffer_for_input_output)
                        message.use_same_buffer_for_input_output = $Boolean(object.use_same_buffer_for_input_output);
                if (object.use_growable_memory != null)
                    if (object.use_growable_memory)
                        message.use_growable_memory = $Boolean(object.use_growable_memory);
                return message;
            };

            State.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.dims = [];
                    object.initial_state = [];
                }
                if (options.defaults) {
                    object.input_name = "";
                    object.output_name = "";
                    object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
                    object.use_same_buffer_for_input_output = false;
                    object.use_growable_memory = false;
                }
                if (message.input_name != null && $Object.hasOwnProperty.call(message, "input_name"))
                    object.input_name = message.input_name;
                if (message.output_name != null && $Object.hasOwnProperty.call(message, "output_name"))
                    object.output_name = message.output_name;
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                    object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
                if (message.dims && message.dims.length) {
                    object.dims = $Array(message.dims.length);
                    for (let j = 0; j < message.dims.length; ++j)
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.dims[j] = typeof message.dims[j] === "number" ? $BigInt(message.dims[j]) : $util.Long.fromBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0, false).toBigInt();
                        else if (typeof message.dims[j] === "number")
                            object.dims[j] = options.longs === $String ? $String(message.dims[j]) : message.dims[j];
                        else
                            object.dims[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.dims[j]) : options.longs === $Number ? new $util.LongBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0).toNumber() : message.dims[j];
                }
                if (message.initial_state && message.initial_state.length) {
                    object.initial_state = $Array(message.initial_state.length);
                    for (let j = 0; j < message.initial_state.length; ++j)
                        object.initial_state[j] = $root.inference.ModelSequenceBatching.InitialState.toObject(message.initial_state[j], options, _depth + 1);
                }
                if (message.use_same_buffer_for_input_output != null && $Object.hasOwnProperty.call(message, "use_same_buffer_for_input_output"))
                    object.use_same_buffer_for_input_output = message.use_same_buffer_for_input_output;
                if (message.use_growable_memory != null && $Object.hasOwnProperty.call(message, "use_growable_memory"))
                    object.use_growable_memory = message.use_growable_memory;
                return object;
            };

            State.prototype.toJSON = function() {
                return State.toObject(this, $protobuf.util.toJSONOptions);
            };

            return State;
        })();

        ModelSequenceBatching.StrategyDirect = (function() {

            const StrategyDirect = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StrategyDirect.prototype.max_queue_delay_microseconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StrategyDirect.prototype.minimum_slot_utilization = 0;

            StrategyDirect.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.max_queue_delay_microseconds != null && $Object.hasOwnProperty.call(message, "max_queue_delay_microseconds") && (typeof message.max_queue_delay_microseconds === "object" ? message.max_queue_delay_microseconds.low || message.max_queue_delay_microseconds.high : message.max_queue_delay_microseconds !== 0))
                    writer.uint32(8).uint64(message.max_queue_delay_microseconds);
                if (message.minimum_slot_utilization != null && $Object.hasOwnProperty.call(message, "minimum_slot_utilization") && !$Object.is(message.minimum_slot_utilization, 0))
                    writer.uint32(21).float(message.minimum_slot_utilization);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StrategyDirect.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelSequenceBatching.StrategyDirect)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelSequenceBatching.StrategyDirect: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelSequenceBatching.StrategyDirect();
                if (object.max_queue_delay_microseconds != null)
                    if (typeof object.max_queue_delay_microseconds === "object" ? object.max_queue_delay_microseconds.low || object.max_queue_delay_microseconds.high : $Number(object.max_queue_delay_microseconds) !== 0)
                        if ($util.Long)
                            message.max_queue_delay_microseconds = $util.Long.fromValue(object.max_queue_delay_microseconds, true);
                        else if (typeof object.max_queue_delay_microseconds === "string")
                            message.max_queue_delay_microseconds = $parseInt(object.max_queue_delay_microseconds, 10);
                        else if (typeof object.max_queue_delay_microseconds === "number")
                            message.max_queue_delay_microseconds = object.max_queue_delay_microseconds;
                        else if (typeof object.max_queue_delay_microseconds === "object")
                            message.max_queue_delay_microseconds = new $util.LongBits(object.max_queue_delay_microseconds.low >>> 0, object.max_queue_delay_microseconds.high >>> 0).toNumber(true);
                if (object.minimum_slot_utilization != null)
                    if (!$Object.is($Number(object.minimum_slot_utilization), 0))
                        message.minimum_slot_utilization = $Number(object.minimum_slot_utilization);
                return message;
            };

            StrategyDirect.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.max_queue_delay_microseconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.max_queue_delay_microseconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.minimum_slot_utilization = 0;
                }
                if (message.max_queue_delay_microseconds != null && $Object.hasOwnProperty.call(message, "max_queue_delay_microseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.max_queue_delay_microseconds = typeof message.max_queue_delay_microseconds === "number" ? $BigInt(message.max_queue_delay_microseconds) : $util.Long.fromBits(message.max_queue_delay_microseconds.low >>> 0, message.max_queue_delay_microseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.max_queue_delay_microseconds === "number")
                        object.max_queue_delay_microseconds = options.longs === $String ? $String(message.max_queue_delay_microseconds) : message.max_queue_delay_microseconds;
                    else
                        object.max_queue_delay_microseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.max_queue_delay_microseconds) : options.longs === $Number ? new $util.LongBits(message.max_queue_delay_microseconds.low >>> 0, message.max_queue_delay_microseconds.high >>> 0).toNumber(true) : message.max_queue_delay_microseconds;
                if (message.minimum_slot_utilization != null && $Object.hasOwnProperty.call(message, "minimum_slot_utilization"))
                    object.minimum_slot_utilization = options.json && !$isFinite(message.minimum_slot_utilization) ? $String(message.minimum_slot_utilization) : message.minimum_slot_utilization;
                return object;
            };

            StrategyDirect.prototype.toJSON = function() {
                return StrategyDirect.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StrategyDirect;
        })();

        ModelSequenceBatching.StrategyOldest = (function() {

            const StrategyOldest = function (properties) {
                this.preferred_batch_size = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StrategyOldest.prototype.max_candidate_sequences = 0;
            StrategyOldest.prototype.preferred_batch_size = $util.emptyArray;
            StrategyOldest.prototype.max_queue_delay_microseconds = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StrategyOldest.prototype.preserve_ordering = false;

            StrategyOldest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.max_candidate_sequences != null && $Object.hasOwnProperty.call(message, "max_candidate_sequences") && message.max_candidate_sequences !== 0)
                    writer.uint32(8).int32(message.max_candidate_sequences);
                if (message.preferred_batch_size != null && message.preferred_batch_size.length)
                    writer.uint32(18).int32s(message.preferred_batch_size);
                if (message.max_queue_delay_microseconds != null && $Object.hasOwnProperty.call(message, "max_queue_delay_microseconds") && (typeof message.max_queue_delay_microseconds === "object" ? message.max_queue_delay_microseconds.low || message.max_queue_delay_microseconds.high : message.max_queue_delay_microseconds !== 0))
                    writer.uint32(24).uint64(message.max_queue_delay_microseconds);
                if (message.preserve_ordering != null && $Object.hasOwnProperty.call(message, "preserve_ordering") && message.preserve_ordering !== false)
                    writer.uint32(32).bool(message.preserve_ordering);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            StrategyOldest.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelSequenceBatching.StrategyOldest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelSequenceBatching.StrategyOldest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelSequenceBatching.StrategyOldest();
                if (object.max_candidate_sequences != null)
                    if ($Number(object.max_candidate_sequences) !== 0)
                        message.max_candidate_sequences = object.max_candidate_sequences | 0;
                if (object.preferred_batch_size) {
                    if (!$Array.isArray(object.preferred_batch_size))
                        throw $TypeError(".inference.ModelSequenceBatching.StrategyOldest.preferred_batch_size: array expected");
                    message.preferred_batch_size = $Array(object.preferred_batch_size.length);
                    for (let i = 0; i < object.preferred_batch_size.length; ++i)
                        message.preferred_batch_size[i] = object.preferred_batch_size[i] | 0;
                }
                if (object.max_queue_delay_microseconds != null)
                    if (typeof object.max_queue_delay_microseconds === "object" ? object.max_queue_delay_microseconds.low || object.max_queue_delay_microseconds.high : $Number(object.max_queue_delay_microseconds) !== 0)
                        if ($util.Long)
                            message.max_queue_delay_microseconds = $util.Long.fromValue(object.max_queue_delay_microseconds, true);
                        else if (typeof object.max_queue_delay_microseconds === "string")
                            message.max_queue_delay_microseconds = $parseInt(object.max_queue_delay_microseconds, 10);
                        else if (typeof object.max_queue_delay_microseconds === "number")
                            message.max_queue_delay_microseconds = object.max_queue_delay_microseconds;
                        else if (typeof object.max_queue_delay_microseconds === "object")
                            message.max_queue_delay_microseconds = new $util.LongBits(object.max_queue_delay_microseconds.low >>> 0, object.max_queue_delay_microseconds.high >>> 0).toNumber(true);
                if (object.preserve_ordering != null)
                    if (object.preserve_ordering)
                        message.preserve_ordering = $Boolean(object.preserve_ordering);
                return message;
            };

            StrategyOldest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.preferred_batch_size = [];
                if (options.defaults) {
                    object.max_candidate_sequences = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.max_queue_delay_microseconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.max_queue_delay_microseconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.preserve_ordering = false;
                }
                if (message.max_candidate_sequences != null && $Object.hasOwnProperty.call(message, "max_candidate_sequences"))
                    object.max_candidate_sequences = message.max_candidate_sequences;
                if (message.preferred_batch_size && message.preferred_batch_size.length) {
                    object.preferred_batch_size = $Array(message.preferred_batch_size.length);
                    for (let j = 0; j < message.preferred_batch_size.length; ++j)
                        object.preferred_batch_size[j] = message.preferred_batch_size[j];
                }
                if (message.max_queue_delay_microseconds != null && $Object.hasOwnProperty.call(message, "max_queue_delay_microseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.max_queue_delay_microseconds = typeof message.max_queue_delay_microseconds === "number" ? $BigInt(message.max_queue_delay_microseconds) : $util.Long.fromBits(message.max_queue_delay_microseconds.low >>> 0, message.max_queue_delay_microseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.max_queue_delay_microseconds === "number")
                        object.max_queue_delay_microseconds = options.longs === $String ? $String(message.max_queue_delay_microseconds) : message.max_queue_delay_microseconds;
                    else
                        object.max_queue_delay_microseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.max_queue_delay_microseconds) : options.longs === $Number ? new $util.LongBits(message.max_queue_delay_microseconds.low >>> 0, message.max_queue_delay_microseconds.high >>> 0).toNumber(true) : message.max_queue_delay_microseconds;
                if (message.preserve_ordering != null && $Object.hasOwnProperty.call(message, "preserve_ordering"))
                    object.preserve_ordering = message.preserve_ordering;
                return object;
            };

            StrategyOldest.prototype.toJSON = function() {
                return StrategyOldest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StrategyOldest;
        })();

        return ModelSequenceBatching;
    })();

    inference.ModelEnsembling = (function() {

        const ModelEnsembling = function (properties) {
            this.step = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelEnsembling.prototype.step = $util.emptyArray;
        ModelEnsembling.prototype.max_inflight_requests = 0;

        ModelEnsembling.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.step != null && message.step.length)
                for (let i = 0; i < message.step.length; ++i)
                    $root.inference.ModelEnsembling.Step.encode(message.step[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.max_inflight_requests != null && $Object.hasOwnProperty.call(message, "max_inflight_requests") && message.max_inflight_requests !== 0)
                writer.uint32(16).uint32(message.max_inflight_requests);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelEnsembling.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelEnsembling)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelEnsembling: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelEnsembling();
            if (object.step) {
                if (!$Array.isArray(object.step))
                    throw $TypeError(".inference.ModelEnsembling.step: array expected");
                message.step = $Array(object.step.length);
                for (let i = 0; i < object.step.length; ++i) {
                    if (!$util.isObject(object.step[i]))
                        throw $TypeError(".inference.ModelEnsembling.step: object expected");
                    message.step[i] = $root.inference.ModelEnsembling.Step.fromObject(object.step[i], _depth + 1);
                }
            }
            if (object.max_inflight_requests != null)
                if ($Number(object.max_inflight_requests) !== 0)
                    message.max_inflight_requests = object.max_inflight_requests >>> 0;
            return message;
        };

        ModelEnsembling.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.step = [];
            if (options.defaults)
                object.max_inflight_requests = 0;
            if (message.step && message.step.length) {
                object.step = $Array(message.step.length);
                for (let j = 0; j < message.step.length; ++j)
                    object.step[j] = $root.inference.ModelEnsembling.Step.toObject(message.step[j], options, _depth + 1);
            }
            if (message.max_inflight_requests != null && $Object.hasOwnProperty.call(message, "max_inflight_requests"))
                object.max_inflight_requests = message.max_inflight_requests;
            return object;
        };

        ModelEnsembling.prototype.toJSON = function() {
            return ModelEnsembling.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelEnsembling.Step = (function() {

            const Step = function (properties) {
                this.input_map = {};
                this.output_map = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Step.prototype.model_name = "";
            Step.prototype.model_version = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Step.prototype.input_map = $util.emptyObject;
            Step.prototype.output_map = $util.emptyObject;
            Step.prototype.model_namespace = "";

            Step.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model_name != null && $Object.hasOwnProperty.call(message, "model_name") && message.model_name !== "")
                    writer.uint32(10).string(message.model_name);
                if (message.model_version != null && $Object.hasOwnProperty.call(message, "model_version") && (typeof message.model_version === "object" ? message.model_version.low || message.model_version.high : message.model_version !== 0))
                    writer.uint32(16).int64(message.model_version);
                if (message.input_map != null && $Object.hasOwnProperty.call(message, "input_map"))
                    for (let keys = $Object.keys(message.input_map), i = 0; i < keys.length; ++i)
                        writer.uint32(26).fork().uint32(10).string(keys[i]).uint32(18).string(message.input_map[keys[i]]).ldelim();
                if (message.output_map != null && $Object.hasOwnProperty.call(message, "output_map"))
                    for (let keys = $Object.keys(message.output_map), i = 0; i < keys.length; ++i)
                        writer.uint32(34).fork().uint32(10).string(keys[i]).uint32(18).string(message.output_map[keys[i]]).ldelim();
                if (message.model_namespace != null && $Object.hasOwnProperty.call(message, "model_namespace") && message.model_namespace !== "")
                    writer.uint32(42).string(message.model_namespace);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Step.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelEnsembling.Step)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelEnsembling.Step: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelEnsembling.Step();
                if (object.model_name != null)
                    if (typeof object.model_name !== "string" || object.model_name.length)
                        message.model_name = $String(object.model_name);
                if (object.model_version != null)
                    if (typeof object.model_version === "object" ? object.model_version.low || object.model_version.high : $Number(object.model_version) !== 0)
                        if ($util.Long)
                            message.model_version = $util.Long.fromValue(object.model_version, false);
                        else if (typeof object.model_version === "string")
                            message.model_version = $parseInt(object.model_version, 10);
                        else if (typeof object.model_version === "number")
                            message.model_version = object.model_version;
                        else if (typeof object.model_version === "object")
                            message.model_version = new $util.LongBits(object.model_version.low >>> 0, object.model_version.high >>> 0).toNumber();
                if (object.input_map) {
                    if (!$util.isObject(object.input_map))
                        throw $TypeError(".inference.ModelEnsembling.Step.input_map: object expected");
                    message.input_map = {};
                    for (let keys = $Object.keys(object.input_map), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.input_map, keys[i]);
                        message.input_map[keys[i]] = $String(object.input_map[keys[i]]);
                    }
                }
                if (object.output_map) {
                    if (!$util.isObject(object.output_map))
                        throw $TypeError(".inference.ModelEnsembling.Step.output_map: object expected");
                    message.output_map = {};
                    for (let keys = $Object.keys(object.output_map), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.output_map, keys[i]);
                        message.output_map[keys[i]] = $String(object.output_map[keys[i]]);
                    }
                }
                if (object.model_namespace != null)
                    if (typeof object.model_namespace !== "string" || object.model_namespace.length)
                        message.model_namespace = $String(object.model_namespace);
                return message;
            };

            Step.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.objects || options.defaults) {
                    object.input_map = {};
                    object.output_map = {};
                }
                if (options.defaults) {
                    object.model_name = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.model_version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.model_version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.model_namespace = "";
                }
                if (message.model_name != null && $Object.hasOwnProperty.call(message, "model_name"))
                    object.model_name = message.model_name;
                if (message.model_version != null && $Object.hasOwnProperty.call(message, "model_version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.model_version = typeof message.model_version === "number" ? $BigInt(message.model_version) : $util.Long.fromBits(message.model_version.low >>> 0, message.model_version.high >>> 0, false).toBigInt();
                    else if (typeof message.model_version === "number")
                        object.model_version = options.longs === $String ? $String(message.model_version) : message.model_version;
                    else
                        object.model_version = options.longs === $String ? $util.Long.prototype.toString.call(message.model_version) : options.longs === $Number ? new $util.LongBits(message.model_version.low >>> 0, message.model_version.high >>> 0).toNumber() : message.model_version;
                let keys2;
                if (message.input_map && (keys2 = $Object.keys(message.input_map)).length) {
                    object.input_map = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.input_map, keys2[j]);
                        object.input_map[keys2[j]] = message.input_map[keys2[j]];
                    }
                }
                if (message.output_map && (keys2 = $Object.keys(message.output_map)).length) {
                    object.output_map = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.output_map, keys2[j]);
                        object.output_map[keys2[j]] = message.output_map[keys2[j]];
                    }
                }
                if (message.model_namespace != null && $Object.hasOwnProperty.call(message, "model_namespace"))
                    object.model_namespace = message.model_namespace;
                return object;
            };

            Step.prototype.toJSON = function() {
                return Step.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Step;
        })();

        return ModelEnsembling;
    })();

    inference.ModelParameter = (function() {

        const ModelParameter = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelParameter.prototype.string_value = "";

        ModelParameter.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.string_value != null && $Object.hasOwnProperty.call(message, "string_value") && message.string_value !== "")
                writer.uint32(10).string(message.string_value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelParameter.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelParameter)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelParameter: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelParameter();
            if (object.string_value != null)
                if (typeof object.string_value !== "string" || object.string_value.length)
                    message.string_value = $String(object.string_value);
            return message;
        };

        ModelParameter.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.string_value = "";
            if (message.string_value != null && $Object.hasOwnProperty.call(message, "string_value"))
                object.string_value = message.string_value;
            return object;
        };

        ModelParameter.prototype.toJSON = function() {
            return ModelParameter.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelParameter;
    })();

    inference.ModelWarmup = (function() {

        const ModelWarmup = function (properties) {
            this.inputs = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelWarmup.prototype.name = "";
        ModelWarmup.prototype.batch_size = 0;
        ModelWarmup.prototype.inputs = $util.emptyObject;
        ModelWarmup.prototype.count = 0;

        ModelWarmup.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size") && message.batch_size !== 0)
                writer.uint32(16).uint32(message.batch_size);
            if (message.inputs != null && $Object.hasOwnProperty.call(message, "inputs"))
                for (let keys = $Object.keys(message.inputs), i = 0; i < keys.length; ++i) {
                    writer.uint32(26).fork().uint32(10).string(keys[i]);
                    $root.inference.ModelWarmup.Input.encode(message.inputs[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.count != null && $Object.hasOwnProperty.call(message, "count") && message.count !== 0)
                writer.uint32(32).uint32(message.count);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelWarmup.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelWarmup)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelWarmup: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelWarmup();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.batch_size != null)
                if ($Number(object.batch_size) !== 0)
                    message.batch_size = object.batch_size >>> 0;
            if (object.inputs) {
                if (!$util.isObject(object.inputs))
                    throw $TypeError(".inference.ModelWarmup.inputs: object expected");
                message.inputs = {};
                for (let keys = $Object.keys(object.inputs), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.inputs, keys[i]);
                    if (!$util.isObject(object.inputs[keys[i]]))
                        throw $TypeError(".inference.ModelWarmup.inputs: object expected");
                    message.inputs[keys[i]] = $root.inference.ModelWarmup.Input.fromObject(object.inputs[keys[i]], _depth + 1);
                }
            }
            if (object.count != null)
                if ($Number(object.count) !== 0)
                    message.count = object.count >>> 0;
            return message;
        };

        ModelWarmup.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.inputs = {};
            if (options.defaults) {
                object.name = "";
                object.batch_size = 0;
                object.count = 0;
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.batch_size != null && $Object.hasOwnProperty.call(message, "batch_size"))
                object.batch_size = message.batch_size;
            let keys2;
            if (message.inputs && (keys2 = $Object.keys(message.inputs)).length) {
                object.inputs = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.inputs, keys2[j]);
                    object.inputs[keys2[j]] = $root.inference.ModelWarmup.Input.toObject(message.inputs[keys2[j]], options, _depth + 1);
                }
            }
            if (message.count != null && $Object.hasOwnProperty.call(message, "count"))
                object.count = message.count;
            return object;
        };

        ModelWarmup.prototype.toJSON = function() {
            return ModelWarmup.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelWarmup.Input = (function() {

            const Input = function (properties) {
                this.dims = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Input.prototype.data_type = 0;
            Input.prototype.dims = $util.emptyArray;
            Input.prototype.zero_data = null;
            Input.prototype.random_data = null;
            Input.prototype.input_data_file = null;

            let $oneOfFields;

            $Object.defineProperty(Input.prototype, "input_data_type", {
                get: $util.oneOfGetter($oneOfFields = ["zero_data", "random_data", "input_data_file"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Input.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type") && message.data_type !== 0)
                    writer.uint32(8).int32(message.data_type);
                if (message.dims != null && message.dims.length)
                    writer.uint32(18).int64s(message.dims);
                if (message.zero_data != null && $Object.hasOwnProperty.call(message, "zero_data"))
                    writer.uint32(24).bool(message.zero_data);
                if (message.random_data != null && $Object.hasOwnProperty.call(message, "random_data"))
                    writer.uint32(32).bool(message.random_data);
                if (message.input_data_file != null && $Object.hasOwnProperty.call(message, "input_data_file"))
                    writer.uint32(42).string(message.input_data_file);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Input.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelWarmup.Input)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelWarmup.Input: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelWarmup.Input();
                if (object.data_type !== 0 && (typeof object.data_type !== "string" || $root.inference.DataType[object.data_type] !== 0))
                    switch (object.data_type) {
                    case "TYPE_INVALID":
                    case 0:
                        message.data_type = 0;
                        break;
                    case "TYPE_BOOL":
                    case 1:
                        message.data_type = 1;
                        break;
                    case "TYPE_UINT8":
                    case 2:
                        message.data_type = 2;
                        break;
                    case "TYPE_UINT16":
                    case 3:
                        message.data_type = 3;
                        break;
                    case "TYPE_UINT32":
                    case 4:
                        message.data_type = 4;
                        break;
                    case "TYPE_UINT64":
                    case 5:
                        message.data_type = 5;
                        break;
                    case "TYPE_INT8":
                    case 6:
                        message.data_type = 6;
                        break;
                    case "TYPE_INT16":
                    case 7:
                        message.data_type = 7;
                        break;
                    case "TYPE_INT32":
                    case 8:
                        message.data_type = 8;
                        break;
                    case "TYPE_INT64":
                    case 9:
                        message.data_type = 9;
                        break;
                    case "TYPE_FP16":
                    case 10:
                        message.data_type = 10;
                        break;
                    case "TYPE_FP32":
                    case 11:
                        message.data_type = 11;
                        break;
                    case "TYPE_FP64":
                    case 12:
                        message.data_type = 12;
                        break;
                    case "TYPE_STRING":
                    case 13:
                        message.data_type = 13;
                        break;
                    case "TYPE_BF16":
                    case 14:
                        message.data_type = 14;
                        break;
                    default:
                        if (typeof object.data_type === "number" && (object.data_type | 0) === object.data_type)
                            message.data_type = object.data_type;
                    }
                if (object.dims) {
                    if (!$Array.isArray(object.dims))
                        throw $TypeError(".inference.ModelWarmup.Input.dims: array expected");
                    message.dims = $Array(object.dims.length);
                    for (let i = 0; i < object.dims.length; ++i)
                        if ($util.Long)
                            message.dims[i] = $util.Long.fromValue(object.dims[i], false);
                        else if (typeof object.dims[i] === "string")
                            message.dims[i] = $parseInt(object.dims[i], 10);
                        else if (typeof object.dims[i] === "number")
                            message.dims[i] = object.dims[i];
                        else if (typeof object.dims[i] === "object")
                            message.dims[i] = new $util.LongBits(object.dims[i].low >>> 0, object.dims[i].high >>> 0).toNumber();
                }
                if (object.zero_data != null)
                    message.zero_data = $Boolean(object.zero_data);
                if (object.random_data != null)
                    message.random_data = $Boolean(object.random_data);
                if (object.input_data_file != null)
                    message.input_data_file = $String(object.input_data_file);
                return message;
            };

            Input.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.dims = [];
                if (options.defaults)
                    object.data_type = options.enums === $String ? "TYPE_INVALID" : 0;
                if (message.data_type != null && $Object.hasOwnProperty.call(message, "data_type"))
                    object.data_type = options.enums === $String ? $root.inference.DataType[message.data_type] === $undefined ? message.data_type : $root.inference.DataType[message.data_type] : message.data_type;
                if (message.dims && message.dims.length) {
                    object.dims = $Array(message.dims.length);
                    for (let j = 0; j < message.dims.length; ++j)
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.dims[j] = typeof message.dims[j] === "number" ? $BigInt(message.dims[j]) : $util.Long.fromBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0, false).toBigInt();
                        else if (typeof message.dims[j] === "number")
                            object.dims[j] = options.longs === $String ? $String(message.dims[j]) : message.dims[j];
                        else
                            object.dims[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.dims[j]) : options.longs === $Number ? new $util.LongBits(message.dims[j].low >>> 0, message.dims[j].high >>> 0).toNumber() : message.dims[j];
                }
                if (message.zero_data != null && $Object.hasOwnProperty.call(message, "zero_data")) {
                    object.zero_data = message.zero_data;
                    if (options.oneofs)
                        object.input_data_type = "zero_data";
                }
                if (message.random_data != null && $Object.hasOwnProperty.call(message, "random_data")) {
                    object.random_data = message.random_data;
                    if (options.oneofs)
                        object.input_data_type = "random_data";
                }
                if (message.input_data_file != null && $Object.hasOwnProperty.call(message, "input_data_file")) {
                    object.input_data_file = message.input_data_file;
                    if (options.oneofs)
                        object.input_data_type = "input_data_file";
                }
                return object;
            };

            Input.prototype.toJSON = function() {
                return Input.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Input;
        })();

        return ModelWarmup;
    })();

    inference.ModelOperations = (function() {

        const ModelOperations = function (properties) {
            this.op_library_filename = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelOperations.prototype.op_library_filename = $util.emptyArray;

        ModelOperations.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.op_library_filename != null && message.op_library_filename.length)
                for (let i = 0; i < message.op_library_filename.length; ++i)
                    writer.uint32(10).string(message.op_library_filename[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelOperations.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelOperations)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelOperations: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelOperations();
            if (object.op_library_filename) {
                if (!$Array.isArray(object.op_library_filename))
                    throw $TypeError(".inference.ModelOperations.op_library_filename: array expected");
                message.op_library_filename = $Array(object.op_library_filename.length);
                for (let i = 0; i < object.op_library_filename.length; ++i)
                    message.op_library_filename[i] = $String(object.op_library_filename[i]);
            }
            return message;
        };

        ModelOperations.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.op_library_filename = [];
            if (message.op_library_filename && message.op_library_filename.length) {
                object.op_library_filename = $Array(message.op_library_filename.length);
                for (let j = 0; j < message.op_library_filename.length; ++j)
                    object.op_library_filename[j] = message.op_library_filename[j];
            }
            return object;
        };

        ModelOperations.prototype.toJSON = function() {
            return ModelOperations.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelOperations;
    })();

    inference.ModelTransactionPolicy = (function() {

        const ModelTransactionPolicy = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelTransactionPolicy.prototype.decoupled = false;

        ModelTransactionPolicy.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.decoupled != null && $Object.hasOwnProperty.call(message, "decoupled") && message.decoupled !== false)
                writer.uint32(8).bool(message.decoupled);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelTransactionPolicy.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelTransactionPolicy)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelTransactionPolicy: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelTransactionPolicy();
            if (object.decoupled != null)
                if (object.decoupled)
                    message.decoupled = $Boolean(object.decoupled);
            return message;
        };

        ModelTransactionPolicy.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.decoupled = false;
            if (message.decoupled != null && $Object.hasOwnProperty.call(message, "decoupled"))
                object.decoupled = message.decoupled;
            return object;
        };

        ModelTransactionPolicy.prototype.toJSON = function() {
            return ModelTransactionPolicy.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelTransactionPolicy;
    })();

    inference.ModelRepositoryAgents = (function() {

        const ModelRepositoryAgents = function (properties) {
            this.agents = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelRepositoryAgents.prototype.agents = $util.emptyArray;

        ModelRepositoryAgents.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.agents != null && message.agents.length)
                for (let i = 0; i < message.agents.length; ++i)
                    $root.inference.ModelRepositoryAgents.Agent.encode(message.agents[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelRepositoryAgents.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelRepositoryAgents)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelRepositoryAgents: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelRepositoryAgents();
            if (object.agents) {
                if (!$Array.isArray(object.agents))
                    throw $TypeError(".inference.ModelRepositoryAgents.agents: array expected");
                message.agents = $Array(object.agents.length);
                for (let i = 0; i < object.agents.length; ++i) {
                    if (!$util.isObject(object.agents[i]))
                        throw $TypeError(".inference.ModelRepositoryAgents.agents: object expected");
                    message.agents[i] = $root.inference.ModelRepositoryAgents.Agent.fromObject(object.agents[i], _depth + 1);
                }
            }
            return message;
        };

        ModelRepositoryAgents.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.agents = [];
            if (message.agents && message.agents.length) {
                object.agents = $Array(message.agents.length);
                for (let j = 0; j < message.agents.length; ++j)
                    object.agents[j] = $root.inference.ModelRepositoryAgents.Agent.toObject(message.agents[j], options, _depth + 1);
            }
            return object;
        };

        ModelRepositoryAgents.prototype.toJSON = function() {
            return ModelRepositoryAgents.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelRepositoryAgents.Agent = (function() {

            const Agent = function (properties) {
                this.parameters = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Agent.prototype.name = "";
            Agent.prototype.parameters = $util.emptyObject;

            Agent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                    for (let keys = $Object.keys(message.parameters), i = 0; i < keys.length; ++i)
                        writer.uint32(18).fork().uint32(10).string(keys[i]).uint32(18).string(message.parameters[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Agent.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelRepositoryAgents.Agent)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelRepositoryAgents.Agent: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelRepositoryAgents.Agent();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.parameters) {
                    if (!$util.isObject(object.parameters))
                        throw $TypeError(".inference.ModelRepositoryAgents.Agent.parameters: object expected");
                    message.parameters = {};
                    for (let keys = $Object.keys(object.parameters), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.parameters, keys[i]);
                        message.parameters[keys[i]] = $String(object.parameters[keys[i]]);
                    }
                }
                return message;
            };

            Agent.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.objects || options.defaults)
                    object.parameters = {};
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                let keys2;
                if (message.parameters && (keys2 = $Object.keys(message.parameters)).length) {
                    object.parameters = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.parameters, keys2[j]);
                        object.parameters[keys2[j]] = message.parameters[keys2[j]];
                    }
                }
                return object;
            };

            Agent.prototype.toJSON = function() {
                return Agent.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Agent;
        })();

        return ModelRepositoryAgents;
    })();

    inference.ModelResponseCache = (function() {

        const ModelResponseCache = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelResponseCache.prototype.enable = false;

        ModelResponseCache.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.enable != null && $Object.hasOwnProperty.call(message, "enable") && message.enable !== false)
                writer.uint32(8).bool(message.enable);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelResponseCache.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelResponseCache)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelResponseCache: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelResponseCache();
            if (object.enable != null)
                if (object.enable)
                    message.enable = $Boolean(object.enable);
            return message;
        };

        ModelResponseCache.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.enable = false;
            if (message.enable != null && $Object.hasOwnProperty.call(message, "enable"))
                object.enable = message.enable;
            return object;
        };

        ModelResponseCache.prototype.toJSON = function() {
            return ModelResponseCache.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelResponseCache;
    })();

    inference.ModelMetrics = (function() {

        const ModelMetrics = function (properties) {
            this.metric_control = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelMetrics.prototype.metric_control = $util.emptyArray;

        ModelMetrics.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.metric_control != null && message.metric_control.length)
                for (let i = 0; i < message.metric_control.length; ++i)
                    $root.inference.ModelMetrics.MetricControl.encode(message.metric_control[i], writer.uint32(10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelMetrics.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelMetrics)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelMetrics: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelMetrics();
            if (object.metric_control) {
                if (!$Array.isArray(object.metric_control))
                    throw $TypeError(".inference.ModelMetrics.metric_control: array expected");
                message.metric_control = $Array(object.metric_control.length);
                for (let i = 0; i < object.metric_control.length; ++i) {
                    if (!$util.isObject(object.metric_control[i]))
                        throw $TypeError(".inference.ModelMetrics.metric_control: object expected");
                    message.metric_control[i] = $root.inference.ModelMetrics.MetricControl.fromObject(object.metric_control[i], _depth + 1);
                }
            }
            return message;
        };

        ModelMetrics.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.metric_control = [];
            if (message.metric_control && message.metric_control.length) {
                object.metric_control = $Array(message.metric_control.length);
                for (let j = 0; j < message.metric_control.length; ++j)
                    object.metric_control[j] = $root.inference.ModelMetrics.MetricControl.toObject(message.metric_control[j], options, _depth + 1);
            }
            return object;
        };

        ModelMetrics.prototype.toJSON = function() {
            return ModelMetrics.toObject(this, $protobuf.util.toJSONOptions);
        };

        ModelMetrics.MetricControl = (function() {

            const MetricControl = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MetricControl.prototype.metric_identifier = null;
            MetricControl.prototype.histogram_options = null;

            let $oneOfFields;

            $Object.defineProperty(MetricControl.prototype, "metric_options", {
                get: $util.oneOfGetter($oneOfFields = ["histogram_options"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            MetricControl.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.metric_identifier != null && $Object.hasOwnProperty.call(message, "metric_identifier"))
                    $root.inference.ModelMetrics.MetricControl.MetricIdentifier.encode(message.metric_identifier, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.histogram_options != null && $Object.hasOwnProperty.call(message, "histogram_options"))
                    $root.inference.ModelMetrics.MetricControl.HistogramOptions.encode(message.histogram_options, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MetricControl.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.ModelMetrics.MetricControl)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.ModelMetrics.MetricControl: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.ModelMetrics.MetricControl();
                if (object.metric_identifier != null) {
                    if (!$util.isObject(object.metric_identifier))
                        throw $TypeError(".inference.ModelMetrics.MetricControl.metric_identifier: object expected");
                    message.metric_identifier = $root.inference.ModelMetrics.MetricControl.MetricIdentifier.fromObject(object.metric_identifier, _depth + 1);
                }
                if (object.histogram_options != null) {
                    if (!$util.isObject(object.histogram_options))
                        throw $TypeError(".inference.ModelMetrics.MetricControl.histogram_options: object expected");
                    message.histogram_options = $root.inference.ModelMetrics.MetricControl.HistogramOptions.fromObject(object.histogram_options, _depth + 1);
                }
                return message;
            };

            MetricControl.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.metric_identifier = null;
                if (message.metric_identifier != null && $Object.hasOwnProperty.call(message, "metric_identifier"))
                    object.metric_identifier = $root.inference.ModelMetrics.MetricControl.MetricIdentifier.toObject(message.metric_identifier, options, _depth + 1);
                if (message.histogram_options != null && $Object.hasOwnProperty.call(message, "histogram_options")) {
                    object.histogram_options = $root.inference.ModelMetrics.MetricControl.HistogramOptions.toObject(message.histogram_options, options, _depth + 1);
                    if (options.oneofs)
                        object.metric_options = "histogram_options";
                }
                return object;
            };

            MetricControl.prototype.toJSON = function() {
                return MetricControl.toObject(this, $protobuf.util.toJSONOptions);
            };

            MetricControl.MetricIdentifier = (function() {

                const MetricIdentifier = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                MetricIdentifier.prototype.family = "";

                MetricIdentifier.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.family != null && $Object.hasOwnProperty.call(message, "family") && message.family !== "")
                        writer.uint32(10).string(message.family);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                MetricIdentifier.fromObject = function (object, _depth) {
                    if (object instanceof $root.inference.ModelMetrics.MetricControl.MetricIdentifier)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".inference.ModelMetrics.MetricControl.MetricIdentifier: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.inference.ModelMetrics.MetricControl.MetricIdentifier();
                    if (object.family != null)
                        if (typeof object.family !== "string" || object.family.length)
                            message.family = $String(object.family);
                    return message;
                };

                MetricIdentifier.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.family = "";
                    if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                        object.family = message.family;
                    return object;
                };

                MetricIdentifier.prototype.toJSON = function() {
                    return MetricIdentifier.toObject(this, $protobuf.util.toJSONOptions);
                };

                return MetricIdentifier;
            })();

            MetricControl.HistogramOptions = (function() {

                const HistogramOptions = function (properties) {
                    this.buckets = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HistogramOptions.prototype.buckets = $util.emptyArray;

                HistogramOptions.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.buckets != null && message.buckets.length)
                        writer.uint32(10).doubles(message.buckets);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                HistogramOptions.fromObject = function (object, _depth) {
                    if (object instanceof $root.inference.ModelMetrics.MetricControl.HistogramOptions)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".inference.ModelMetrics.MetricControl.HistogramOptions: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.inference.ModelMetrics.MetricControl.HistogramOptions();
                    if (object.buckets) {
                        if (!$Array.isArray(object.buckets))
                            throw $TypeError(".inference.ModelMetrics.MetricControl.HistogramOptions.buckets: array expected");
                        message.buckets = $Array(object.buckets.length);
                        for (let i = 0; i < object.buckets.length; ++i)
                            message.buckets[i] = $Number(object.buckets[i]);
                    }
                    return message;
                };

                HistogramOptions.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.buckets = [];
                    if (message.buckets && message.buckets.length) {
                        object.buckets = $Array(message.buckets.length);
                        for (let j = 0; j < message.buckets.length; ++j)
                            object.buckets[j] = options.json && !$isFinite(message.buckets[j]) ? $String(message.buckets[j]) : message.buckets[j];
                    }
                    return object;
                };

                HistogramOptions.prototype.toJSON = function() {
                    return HistogramOptions.toObject(this, $protobuf.util.toJSONOptions);
                };

                return HistogramOptions;
            })();

            return MetricControl;
        })();

        return ModelMetrics;
    })();

    inference.ModelConfig = (function() {

        const ModelConfig = function (properties) {
            this.input = [];
            this.output = [];
            this.batch_input = [];
            this.batch_output = [];
            this.instance_group = [];
            this.cc_model_filenames = {};
            this.metric_tags = {};
            this.parameters = {};
            this.model_warmup = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelConfig.prototype.name = "";
        ModelConfig.prototype.platform = "";
        ModelConfig.prototype.backend = "";
        ModelConfig.prototype.runtime = "";
        ModelConfig.prototype.version_policy = null;
        ModelConfig.prototype.max_batch_size = 0;
        ModelConfig.prototype.input = $util.emptyArray;
        ModelConfig.prototype.output = $util.emptyArray;
        ModelConfig.prototype.batch_input = $util.emptyArray;
        ModelConfig.prototype.batch_output = $util.emptyArray;
        ModelConfig.prototype.optimization = null;
        ModelConfig.prototype.dynamic_batching = null;
        ModelConfig.prototype.sequence_batching = null;
        ModelConfig.prototype.ensemble_scheduling = null;
        ModelConfig.prototype.instance_group = $util.emptyArray;
        ModelConfig.prototype.default_model_filename = "";
        ModelConfig.prototype.cc_model_filenames = $util.emptyObject;
        ModelConfig.prototype.metric_tags = $util.emptyObject;
        ModelConfig.prototype.parameters = $util.emptyObject;
        ModelConfig.prototype.model_warmup = $util.emptyArray;
        ModelConfig.prototype.model_operations = null;
        ModelConfig.prototype.model_transaction_policy = null;
        ModelConfig.prototype.model_repository_agents = null;
        ModelConfig.prototype.response_cache = null;
        ModelConfig.prototype.model_metrics = null;

        let $oneOfFields;

        $Object.defineProperty(ModelConfig.prototype, "scheduling_choice", {
            get: $util.oneOfGetter($oneOfFields = ["dynamic_batching", "sequence_batching", "ensemble_scheduling"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        ModelConfig.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(10).string(message.name);
            if (message.platform != null && $Object.hasOwnProperty.call(message, "platform") && message.platform !== "")
                writer.uint32(18).string(message.platform);
            if (message.version_policy != null && $Object.hasOwnProperty.call(message, "version_policy"))
                $root.inference.ModelVersionPolicy.encode(message.version_policy, writer.uint32(26).fork(), _depth + 1).ldelim();
            if (message.max_batch_size != null && $Object.hasOwnProperty.call(message, "max_batch_size") && message.max_batch_size !== 0)
                writer.uint32(32).int32(message.max_batch_size);
            if (message.input != null && message.input.length)
                for (let i = 0; i < message.input.length; ++i)
                    $root.inference.ModelInput.encode(message.input[i], writer.uint32(42).fork(), _depth + 1).ldelim();
            if (message.output != null && message.output.length)
                for (let i = 0; i < message.output.length; ++i)
                    $root.inference.ModelOutput.encode(message.output[i], writer.uint32(50).fork(), _depth + 1).ldelim();
            if (message.instance_group != null && message.instance_group.length)
                for (let i = 0; i < message.instance_group.length; ++i)
                    $root.inference.ModelInstanceGroup.encode(message.instance_group[i], writer.uint32(58).fork(), _depth + 1).ldelim();
            if (message.default_model_filename != null && $Object.hasOwnProperty.call(message, "default_model_filename") && message.default_model_filename !== "")
                writer.uint32(66).string(message.default_model_filename);
            if (message.cc_model_filenames != null && $Object.hasOwnProperty.call(message, "cc_model_filenames"))
                for (let keys = $Object.keys(message.cc_model_filenames), i = 0; i < keys.length; ++i)
                    writer.uint32(74).fork().uint32(10).string(keys[i]).uint32(18).string(message.cc_model_filenames[keys[i]]).ldelim();
            if (message.metric_tags != null && $Object.hasOwnProperty.call(message, "metric_tags"))
                for (let keys = $Object.keys(message.metric_tags), i = 0; i < keys.length; ++i)
                    writer.uint32(82).fork().uint32(10).string(keys[i]).uint32(18).string(message.metric_tags[keys[i]]).ldelim();
            if (message.dynamic_batching != null && $Object.hasOwnProperty.call(message, "dynamic_batching"))
                $root.inference.ModelDynamicBatching.encode(message.dynamic_batching, writer.uint32(90).fork(), _depth + 1).ldelim();
            if (message.optimization != null && $Object.hasOwnProperty.call(message, "optimization"))
                $root.inference.ModelOptimizationPolicy.encode(message.optimization, writer.uint32(98).fork(), _depth + 1).ldelim();
            if (message.sequence_batching != null && $Object.hasOwnProperty.call(message, "sequence_batching"))
                $root.inference.ModelSequenceBatching.encode(message.sequence_batching, writer.uint32(106).fork(), _depth + 1).ldelim();
            if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                for (let keys = $Object.keys(message.parameters), i = 0; i < keys.length; ++i) {
                    writer.uint32(114).fork().uint32(10).string(keys[i]);
                    $root.inference.ModelParameter.encode(message.parameters[keys[i]], writer.uint32(18).fork(), _depth + 1).ldelim().ldelim();
                }
            if (message.ensemble_scheduling != null && $Object.hasOwnProperty.call(message, "ensemble_scheduling"))
                $root.inference.ModelEnsembling.encode(message.ensemble_scheduling, writer.uint32(122).fork(), _depth + 1).ldelim();
            if (message.model_warmup != null && message.model_warmup.length)
                for (let i = 0; i < message.model_warmup.length; ++i)
                    $root.inference.ModelWarmup.encode(message.model_warmup[i], writer.uint32(130).fork(), _depth + 1).ldelim();
            if (message.backend != null && $Object.hasOwnProperty.call(message, "backend") && message.backend !== "")
                writer.uint32(138).string(message.backend);
            if (message.model_operations != null && $Object.hasOwnProperty.call(message, "model_operations"))
                $root.inference.ModelOperations.encode(message.model_operations, writer.uint32(146).fork(), _depth + 1).ldelim();
            if (message.model_transaction_policy != null && $Object.hasOwnProperty.call(message, "model_transaction_policy"))
                $root.inference.ModelTransactionPolicy.encode(message.model_transaction_policy, writer.uint32(154).fork(), _depth + 1).ldelim();
            if (message.batch_input != null && message.batch_input.length)
                for (let i = 0; i < message.batch_input.length; ++i)
                    $root.inference.BatchInput.encode(message.batch_input[i], writer.uint32(162).fork(), _depth + 1).ldelim();
            if (message.batch_output != null && message.batch_output.length)
                for (let i = 0; i < message.batch_output.length; ++i)
                    $root.inference.BatchOutput.encode(message.batch_output[i], writer.uint32(170).fork(), _depth + 1).ldelim();
            if (message.model_repository_agents != null && $Object.hasOwnProperty.call(message, "model_repository_agents"))
                $root.inference.ModelRepositoryAgents.encode(message.model_repository_agents, writer.uint32(186).fork(), _depth + 1).ldelim();
            if (message.response_cache != null && $Object.hasOwnProperty.call(message, "response_cache"))
                $root.inference.ModelResponseCache.encode(message.response_cache, writer.uint32(194).fork(), _depth + 1).ldelim();
            if (message.runtime != null && $Object.hasOwnProperty.call(message, "runtime") && message.runtime !== "")
                writer.uint32(202).string(message.runtime);
            if (message.model_metrics != null && $Object.hasOwnProperty.call(message, "model_metrics"))
                $root.inference.ModelMetrics.encode(message.model_metrics, writer.uint32(210).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        ModelConfig.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelConfig)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelConfig: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelConfig();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.platform != null)
                if (typeof object.platform !== "string" || object.platform.length)
                    message.platform = $String(object.platform);
            if (object.backend != null)
                if (typeof object.backend !== "string" || object.backend.length)
                    message.backend = $String(object.backend);
            if (object.runtime != null)
                if (typeof object.runtime !== "string" || object.runtime.length)
                    message.runtime = $String(object.runtime);
            if (object.version_policy != null) {
                if (!$util.isObject(object.version_policy))
                    throw $TypeError(".inference.ModelConfig.version_policy: object expected");
                message.version_policy = $root.inference.ModelVersionPolicy.fromObject(object.version_policy, _depth + 1);
            }
            if (object.max_batch_size != null)
                if ($Number(object.max_batch_size) !== 0)
                    message.max_batch_size = object.max_batch_size | 0;
            if (object.input) {
                if (!$Array.isArray(object.input))
                    throw $TypeError(".inference.ModelConfig.input: array expected");
                message.input = $Array(object.input.length);
                for (let i = 0; i < object.input.length; ++i) {
                    if (!$util.isObject(object.input[i]))
                        throw $TypeError(".inference.ModelConfig.input: object expected");
                    message.input[i] = $root.inference.ModelInput.fromObject(object.input[i], _depth + 1);
                }
            }
            if (object.output) {
                if (!$Array.isArray(object.output))
                    throw $TypeError(".inference.ModelConfig.output: array expected");
                message.output = $Array(object.output.length);
                for (let i = 0; i < object.output.length; ++i) {
                    if (!$util.isObject(object.output[i]))
                        throw $TypeError(".inference.ModelConfig.output: object expected");
                    message.output[i] = $root.inference.ModelOutput.fromObject(object.output[i], _depth + 1);
                }
            }
            if (object.batch_input) {
                if (!$Array.isArray(object.batch_input))
                    throw $TypeError(".inference.ModelConfig.batch_input: array expected");
                message.batch_input = $Array(object.batch_input.length);
                for (let i = 0; i < object.batch_input.length; ++i) {
                    if (!$util.isObject(object.batch_input[i]))
                        throw $TypeError(".inference.ModelConfig.batch_input: object expected");
                    message.batch_input[i] = $root.inference.BatchInput.fromObject(object.batch_input[i], _depth + 1);
                }
            }
            if (object.batch_output) {
                if (!$Array.isArray(object.batch_output))
                    throw $TypeError(".inference.ModelConfig.batch_output: array expected");
                message.batch_output = $Array(object.batch_output.length);
                for (let i = 0; i < object.batch_output.length; ++i) {
                    if (!$util.isObject(object.batch_output[i]))
                        throw $TypeError(".inference.ModelConfig.batch_output: object expected");
                    message.batch_output[i] = $root.inference.BatchOutput.fromObject(object.batch_output[i], _depth + 1);
                }
            }
            if (object.optimization != null) {
                if (!$util.isObject(object.optimization))
                    throw $TypeError(".inference.ModelConfig.optimization: object expected");
                message.optimization = $root.inference.ModelOptimizationPolicy.fromObject(object.optimization, _depth + 1);
            }
            if (object.dynamic_batching != null) {
                if (!$util.isObject(object.dynamic_batching))
                    throw $TypeError(".inference.ModelConfig.dynamic_batching: object expected");
                message.dynamic_batching = $root.inference.ModelDynamicBatching.fromObject(object.dynamic_batching, _depth + 1);
            }
            if (object.sequence_batching != null) {
                if (!$util.isObject(object.sequence_batching))
                    throw $TypeError(".inference.ModelConfig.sequence_batching: object expected");
                message.sequence_batching = $root.inference.ModelSequenceBatching.fromObject(object.sequence_batching, _depth + 1);
            }
            if (object.ensemble_scheduling != null) {
                if (!$util.isObject(object.ensemble_scheduling))
                    throw $TypeError(".inference.ModelConfig.ensemble_scheduling: object expected");
                message.ensemble_scheduling = $root.inference.ModelEnsembling.fromObject(object.ensemble_scheduling, _depth + 1);
            }
            if (object.instance_group) {
                if (!$Array.isArray(object.instance_group))
                    throw $TypeError(".inference.ModelConfig.instance_group: array expected");
                message.instance_group = $Array(object.instance_group.length);
                for (let i = 0; i < object.instance_group.length; ++i) {
                    if (!$util.isObject(object.instance_group[i]))
                        throw $TypeError(".inference.ModelConfig.instance_group: object expected");
                    message.instance_group[i] = $root.inference.ModelInstanceGroup.fromObject(object.instance_group[i], _depth + 1);
                }
            }
            if (object.default_model_filename != null)
                if (typeof object.default_model_filename !== "string" || object.default_model_filename.length)
                    message.default_model_filename = $String(object.default_model_filename);
            if (object.cc_model_filenames) {
                if (!$util.isObject(object.cc_model_filenames))
                    throw $TypeError(".inference.ModelConfig.cc_model_filenames: object expected");
                message.cc_model_filenames = {};
                for (let keys = $Object.keys(object.cc_model_filenames), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.cc_model_filenames, keys[i]);
                    message.cc_model_filenames[keys[i]] = $String(object.cc_model_filenames[keys[i]]);
                }
            }
            if (object.metric_tags) {
                if (!$util.isObject(object.metric_tags))
                    throw $TypeError(".inference.ModelConfig.metric_tags: object expected");
                message.metric_tags = {};
                for (let keys = $Object.keys(object.metric_tags), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.metric_tags, keys[i]);
                    message.metric_tags[keys[i]] = $String(object.metric_tags[keys[i]]);
                }
            }
            if (object.parameters) {
                if (!$util.isObject(object.parameters))
                    throw $TypeError(".inference.ModelConfig.parameters: object expected");
                message.parameters = {};
                for (let keys = $Object.keys(object.parameters), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.parameters, keys[i]);
                    if (!$util.isObject(object.parameters[keys[i]]))
                        throw $TypeError(".inference.ModelConfig.parameters: object expected");
                    message.parameters[keys[i]] = $root.inference.ModelParameter.fromObject(object.parameters[keys[i]], _depth + 1);
                }
            }
            if (object.model_warmup) {
                if (!$Array.isArray(object.model_warmup))
                    throw $TypeError(".inference.ModelConfig.model_warmup: array expected");
                message.model_warmup = $Array(object.model_warmup.length);
                for (let i = 0; i < object.model_warmup.length; ++i) {
                    if (!$util.isObject(object.model_warmup[i]))
                        throw $TypeError(".inference.ModelConfig.model_warmup: object expected");
                    message.model_warmup[i] = $root.inference.ModelWarmup.fromObject(object.model_warmup[i], _depth + 1);
                }
            }
            if (object.model_operations != null) {
                if (!$util.isObject(object.model_operations))
                    throw $TypeError(".inference.ModelConfig.model_operations: object expected");
                message.model_operations = $root.inference.ModelOperations.fromObject(object.model_operations, _depth + 1);
            }
            if (object.model_transaction_policy != null) {
                if (!$util.isObject(object.model_transaction_policy))
                    throw $TypeError(".inference.ModelConfig.model_transaction_policy: object expected");
                message.model_transaction_policy = $root.inference.ModelTransactionPolicy.fromObject(object.model_transaction_policy, _depth + 1);
            }
            if (object.model_repository_agents != null) {
                if (!$util.isObject(object.model_repository_agents))
                    throw $TypeError(".inference.ModelConfig.model_repository_agents: object expected");
                message.model_repository_agents = $root.inference.ModelRepositoryAgents.fromObject(object.model_repository_agents, _depth + 1);
            }
            if (object.response_cache != null) {
                if (!$util.isObject(object.response_cache))
                    throw $TypeError(".inference.ModelConfig.response_cache: object expected");
                message.response_cache = $root.inference.ModelResponseCache.fromObject(object.response_cache, _depth + 1);
            }
            if (object.model_metrics != null) {
                if (!$util.isObject(object.model_metrics))
                    throw $TypeError(".inference.ModelConfig.model_metrics: object expected");
                message.model_metrics = $root.inference.ModelMetrics.fromObject(object.model_metrics, _depth + 1);
            }
            return message;
        };

        ModelConfig.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.input = [];
                object.output = [];
                object.instance_group = [];
                object.model_warmup = [];
                object.batch_input = [];
                object.batch_output = [];
            }
            if (options.objects || options.defaults) {
                object.cc_model_filenames = {};
                object.metric_tags = {};
                object.parameters = {};
            }
            if (options.defaults) {
                object.name = "";
                object.platform = "";
                object.version_policy = null;
                object.max_batch_size = 0;
                object.default_model_filename = "";
                object.optimization = null;
                object.backend = "";
                object.model_operations = null;
                object.model_transaction_policy = null;
                object.model_repository_agents = null;
                object.response_cache = null;
                object.runtime = "";
                object.model_metrics = null;
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.platform != null && $Object.hasOwnProperty.call(message, "platform"))
                object.platform = message.platform;
            if (message.version_policy != null && $Object.hasOwnProperty.call(message, "version_policy"))
                object.version_policy = $root.inference.ModelVersionPolicy.toObject(message.version_policy, options, _depth + 1);
            if (message.max_batch_size != null && $Object.hasOwnProperty.call(message, "max_batch_size"))
                object.max_batch_size = message.max_batch_size;
            if (message.input && message.input.length) {
                object.input = $Array(message.input.length);
                for (let j = 0; j < message.input.length; ++j)
                    object.input[j] = $root.inference.ModelInput.toObject(message.input[j], options, _depth + 1);
            }
            if (message.output && message.output.length) {
                object.output = $Array(message.output.length);
                for (let j = 0; j < message.output.length; ++j)
                    object.output[j] = $root.inference.ModelOutput.toObject(message.output[j], options, _depth + 1);
            }
            if (message.instance_group && message.instance_group.length) {
                object.instance_group = $Array(message.instance_group.length);
                for (let j = 0; j < message.instance_group.length; ++j)
                    object.instance_group[j] = $root.inference.ModelInstanceGroup.toObject(message.instance_group[j], options, _depth + 1);
            }
            if (message.default_model_filename != null && $Object.hasOwnProperty.call(message, "default_model_filename"))
                object.default_model_filename = message.default_model_filename;
            let keys2;
            if (message.cc_model_filenames && (keys2 = $Object.keys(message.cc_model_filenames)).length) {
                object.cc_model_filenames = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.cc_model_filenames, keys2[j]);
                    object.cc_model_filenames[keys2[j]] = message.cc_model_filenames[keys2[j]];
                }
            }
            if (message.metric_tags && (keys2 = $Object.keys(message.metric_tags)).length) {
                object.metric_tags = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.metric_tags, keys2[j]);
                    object.metric_tags[keys2[j]] = message.metric_tags[keys2[j]];
                }
            }
            if (message.dynamic_batching != null && $Object.hasOwnProperty.call(message, "dynamic_batching")) {
                object.dynamic_batching = $root.inference.ModelDynamicBatching.toObject(message.dynamic_batching, options, _depth + 1);
                if (options.oneofs)
                    object.scheduling_choice = "dynamic_batching";
            }
            if (message.optimization != null && $Object.hasOwnProperty.call(message, "optimization"))
                object.optimization = $root.inference.ModelOptimizationPolicy.toObject(message.optimization, options, _depth + 1);
            if (message.sequence_batching != null && $Object.hasOwnProperty.call(message, "sequence_batching")) {
                object.sequence_batching = $root.inference.ModelSequenceBatching.toObject(message.sequence_batching, options, _depth + 1);
                if (options.oneofs)
                    object.scheduling_choice = "sequence_batching";
            }
            if (message.parameters && (keys2 = $Object.keys(message.parameters)).length) {
                object.parameters = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.parameters, keys2[j]);
                    object.parameters[keys2[j]] = $root.inference.ModelParameter.toObject(message.parameters[keys2[j]], options, _depth + 1);
                }
            }
            if (message.ensemble_scheduling != null && $Object.hasOwnProperty.call(message, "ensemble_scheduling")) {
                object.ensemble_scheduling = $root.inference.ModelEnsembling.toObject(message.ensemble_scheduling, options, _depth + 1);
                if (options.oneofs)
                    object.scheduling_choice = "ensemble_scheduling";
            }
            if (message.model_warmup && message.model_warmup.length) {
                object.model_warmup = $Array(message.model_warmup.length);
                for (let j = 0; j < message.model_warmup.length; ++j)
                    object.model_warmup[j] = $root.inference.ModelWarmup.toObject(message.model_warmup[j], options, _depth + 1);
            }
            if (message.backend != null && $Object.hasOwnProperty.call(message, "backend"))
                object.backend = message.backend;
            if (message.model_operations != null && $Object.hasOwnProperty.call(message, "model_operations"))
                object.model_operations = $root.inference.ModelOperations.toObject(message.model_operations, options, _depth + 1);
            if (message.model_transaction_policy != null && $Object.hasOwnProperty.call(message, "model_transaction_policy"))
                object.model_transaction_policy = $root.inference.ModelTransactionPolicy.toObject(message.model_transaction_policy, options, _depth + 1);
            if (message.batch_input && message.batch_input.length) {
                object.batch_input = $Array(message.batch_input.length);
                for (let j = 0; j < message.batch_input.length; ++j)
                    object.batch_input[j] = $root.inference.BatchInput.toObject(message.batch_input[j], options, _depth + 1);
            }
            if (message.batch_output && message.batch_output.length) {
                object.batch_output = $Array(message.batch_output.length);
                for (let j = 0; j < message.batch_output.length; ++j)
                    object.batch_output[j] = $root.inference.BatchOutput.toObject(message.batch_output[j], options, _depth + 1);
            }
            if (message.model_repository_agents != null && $Object.hasOwnProperty.call(message, "model_repository_agents"))
                object.model_repository_agents = $root.inference.ModelRepositoryAgents.toObject(message.model_repository_agents, options, _depth + 1);
            if (message.response_cache != null && $Object.hasOwnProperty.call(message, "response_cache"))
                object.response_cache = $root.inference.ModelResponseCache.toObject(message.response_cache, options, _depth + 1);
            if (message.runtime != null && $Object.hasOwnProperty.call(message, "runtime"))
                object.runtime = message.runtime;
            if (message.model_metrics != null && $Object.hasOwnProperty.call(message, "model_metrics"))
                object.model_metrics = $root.inference.ModelMetrics.toObject(message.model_metrics, options, _depth + 1);
            return object;
        };

        ModelConfig.prototype.toJSON = function() {
            return ModelConfig.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelConfig;
    })();

    return inference;
})();

export const sluice = $root.sluice = (() => {

    const sluice = {};

    sluice.v1 = (function() {

        const v1 = {};

        v1.ListRolloutsResponse = (function() {

            const ListRolloutsResponse = function (properties) {
                this.rollouts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListRolloutsResponse.prototype.rollouts = $util.emptyArray;

            ListRolloutsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.rollouts != null && message.rollouts.length)
                    for (let i = 0; i < message.rollouts.length; ++i)
                        $root.sluice.v1.RolloutView.encode(message.rollouts[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListRolloutsResponse.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ListRolloutsResponse)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ListRolloutsResponse: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ListRolloutsResponse();
                if (object.rollouts) {
                    if (!$Array.isArray(object.rollouts))
                        throw $TypeError(".sluice.v1.ListRolloutsResponse.rollouts: array expected");
                    message.rollouts = $Array(object.rollouts.length);
                    for (let i = 0; i < object.rollouts.length; ++i) {
                        if (!$util.isObject(object.rollouts[i]))
                            throw $TypeError(".sluice.v1.ListRolloutsResponse.rollouts: object expected");
                        message.rollouts[i] = $root.sluice.v1.RolloutView.fromObject(object.rollouts[i], _depth + 1);
                    }
                }
                return message;
            };

            ListRolloutsResponse.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.rollouts = [];
                if (message.rollouts && message.rollouts.length) {
                    object.rollouts = $Array(message.rollouts.length);
                    for (let j = 0; j < message.rollouts.length; ++j)
                        object.rollouts[j] = $root.sluice.v1.RolloutView.toObject(message.rollouts[j], options, _depth + 1);
                }
                return object;
            };

            ListRolloutsResponse.prototype.toJSON = function() {
                return ListRolloutsResponse.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ListRolloutsResponse;
        })();

        v1.GetRecordingResponse = (function() {

            const GetRecordingResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetRecordingResponse.prototype.lines = "";

            GetRecordingResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.lines != null && $Object.hasOwnProperty.call(message, "lines") && message.lines !== "")
                    writer.uint32(10).string(message.lines);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            GetRecordingResponse.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.GetRecordingResponse)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.GetRecordingResponse: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.GetRecordingResponse();
                if (object.lines != null)
                    if (typeof object.lines !== "string" || object.lines.length)
                        message.lines = $String(object.lines);
                return message;
            };

            GetRecordingResponse.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.lines = "";
                if (message.lines != null && $Object.hasOwnProperty.call(message, "lines"))
                    object.lines = message.lines;
                return object;
            };

            GetRecordingResponse.prototype.toJSON = function() {
                return GetRecordingResponse.toObject(this, $protobuf.util.toJSONOptions);
            };

            return GetRecordingResponse;
        })();

        v1.RolloutView = (function() {

            const RolloutView = function (properties) {
                this.kept = [];
                this.rejected = [];
                this.history = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RolloutView.prototype.model = "";
            RolloutView.prototype.generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RolloutView.prototype.stable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RolloutView.prototype.pinned = false;
            RolloutView.prototype.rollout = null;
            RolloutView.prototype.kept = $util.emptyArray;
            RolloutView.prototype.rejected = $util.emptyArray;
            RolloutView.prototype.history = $util.emptyArray;

            RolloutView.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(10).string(message.model);
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation") && (typeof message.generation === "object" ? message.generation.low || message.generation.high : message.generation !== 0))
                    writer.uint32(16).uint64(message.generation);
                if (message.stable != null && $Object.hasOwnProperty.call(message, "stable") && (typeof message.stable === "object" ? message.stable.low || message.stable.high : message.stable !== 0))
                    writer.uint32(24).uint64(message.stable);
                if (message.pinned != null && $Object.hasOwnProperty.call(message, "pinned") && message.pinned !== false)
                    writer.uint32(32).bool(message.pinned);
                if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout"))
                    $root.sluice.v1.Rollout.encode(message.rollout, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.kept != null && message.kept.length)
                    for (let i = 0; i < message.kept.length; ++i)
                        $root.sluice.v1.KeptVersion.encode(message.kept[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.rejected != null && message.rejected.length)
                    for (let i = 0; i < message.rejected.length; ++i)
                        $root.sluice.v1.RejectedVersion.encode(message.rejected[i], writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.history != null && message.history.length)
                    for (let i = 0; i < message.history.length; ++i)
                        $root.sluice.v1.PastRollout.encode(message.history[i], writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RolloutView.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.RolloutView)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.RolloutView: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.RolloutView();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.generation != null)
                    if (typeof object.generation === "object" ? object.generation.low || object.generation.high : $Number(object.generation) !== 0)
                        if ($util.Long)
                            message.generation = $util.Long.fromValue(object.generation, true);
                        else if (typeof object.generation === "string")
                            message.generation = $parseInt(object.generation, 10);
                        else if (typeof object.generation === "number")
                            message.generation = object.generation;
                        else if (typeof object.generation === "object")
                            message.generation = new $util.LongBits(object.generation.low >>> 0, object.generation.high >>> 0).toNumber(true);
                if (object.stable != null)
                    if (typeof object.stable === "object" ? object.stable.low || object.stable.high : $Number(object.stable) !== 0)
                        if ($util.Long)
                            message.stable = $util.Long.fromValue(object.stable, true);
                        else if (typeof object.stable === "string")
                            message.stable = $parseInt(object.stable, 10);
                        else if (typeof object.stable === "number")
                            message.stable = object.stable;
                        else if (typeof object.stable === "object")
                            message.stable = new $util.LongBits(object.stable.low >>> 0, object.stable.high >>> 0).toNumber(true);
                if (object.pinned != null)
                    if (object.pinned)
                        message.pinned = $Boolean(object.pinned);
                if (object.rollout != null) {
                    if (!$util.isObject(object.rollout))
                        throw $TypeError(".sluice.v1.RolloutView.rollout: object expected");
                    message.rollout = $root.sluice.v1.Rollout.fromObject(object.rollout, _depth + 1);
                }
                if (object.kept) {
                    if (!$Array.isArray(object.kept))
                        throw $TypeError(".sluice.v1.RolloutView.kept: array expected");
                    message.kept = $Array(object.kept.length);
                    for (let i = 0; i < object.kept.length; ++i) {
                        if (!$util.isObject(object.kept[i]))
                            throw $TypeError(".sluice.v1.RolloutView.kept: object expected");
                        message.kept[i] = $root.sluice.v1.KeptVersion.fromObject(object.kept[i], _depth + 1);
                    }
                }
                if (object.rejected) {
                    if (!$Array.isArray(object.rejected))
                        throw $TypeError(".sluice.v1.RolloutView.rejected: array expected");
                    message.rejected = $Array(object.rejected.length);
                    for (let i = 0; i < object.rejected.length; ++i) {
                        if (!$util.isObject(object.rejected[i]))
                            throw $TypeError(".sluice.v1.RolloutView.rejected: object expected");
                        message.rejected[i] = $root.sluice.v1.RejectedVersion.fromObject(object.rejected[i], _depth + 1);
                    }
                }
                if (object.history) {
                    if (!$Array.isArray(object.history))
                        throw $TypeError(".sluice.v1.RolloutView.history: array expected");
                    message.history = $Array(object.history.length);
                    for (let i = 0; i < object.history.length; ++i) {
                        if (!$util.isObject(object.history[i]))
                            throw $TypeError(".sluice.v1.RolloutView.history: object expected");
                        message.history[i] = $root.sluice.v1.PastRollout.fromObject(object.history[i], _depth + 1);
                    }
                }
                return message;
            };

            RolloutView.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.kept = [];
                    object.rejected = [];
                    object.history = [];
                }
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.stable = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.stable = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.pinned = false;
                    object.rollout = null;
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.generation != null && $Object.hasOwnProperty.call(message, "generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.generation = typeof message.generation === "number" ? $BigInt(message.generation) : $util.Long.fromBits(message.generation.low >>> 0, message.generation.high >>> 0, true).toBigInt();
                    else if (typeof message.generation === "number")
                        object.generation = options.longs === $String ? $String(message.generation) : message.generation;
                    else
                        object.generation = options.longs === $String ? $util.Long.prototype.toString.call(message.generation) : options.longs === $Number ? new $util.LongBits(message.generation.low >>> 0, message.generation.high >>> 0).toNumber(true) : message.generation;
                if (message.stable != null && $Object.hasOwnProperty.call(message, "stable"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.stable = typeof message.stable === "number" ? $BigInt(message.stable) : $util.Long.fromBits(message.stable.low >>> 0, message.stable.high >>> 0, true).toBigInt();
                    else if (typeof message.stable === "number")
                        object.stable = options.longs === $String ? $String(message.stable) : message.stable;
                    else
                        object.stable = options.longs === $String ? $util.Long.prototype.toString.call(message.stable) : options.longs === $Number ? new $util.LongBits(message.stable.low >>> 0, message.stable.high >>> 0).toNumber(true) : message.stable;
                if (message.pinned != null && $Object.hasOwnProperty.call(message, "pinned"))
                    object.pinned = message.pinned;
                if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout"))
                    object.rollout = $root.sluice.v1.Rollout.toObject(message.rollout, options, _depth + 1);
                if (message.kept && message.kept.length) {
                    object.kept = $Array(message.kept.length);
                    for (let j = 0; j < message.kept.length; ++j)
                        object.kept[j] = $root.sluice.v1.KeptVersion.toObject(message.kept[j], options, _depth + 1);
                }
                if (message.rejected && message.rejected.length) {
                    object.rejected = $Array(message.rejected.length);
                    for (let j = 0; j < message.rejected.length; ++j)
                        object.rejected[j] = $root.sluice.v1.RejectedVersion.toObject(message.rejected[j], options, _depth + 1);
                }
                if (message.history && message.history.length) {
                    object.history = $Array(message.history.length);
                    for (let j = 0; j < message.history.length; ++j)
                        object.history[j] = $root.sluice.v1.PastRollout.toObject(message.history[j], options, _depth + 1);
                }
                return object;
            };

            RolloutView.prototype.toJSON = function() {
                return RolloutView.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RolloutView;
        })();

        v1.Phase = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PHASE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PHASE_PENDING"] = 1;
            values[valuesById[2] = "PHASE_MIRROR"] = 2;
            values[valuesById[3] = "PHASE_STEP"] = 3;
            values[valuesById[4] = "PHASE_APPROVAL"] = 4;
            values[valuesById[10] = "PHASE_PROMOTED"] = 10;
            values[valuesById[11] = "PHASE_ABORTED"] = 11;
            values[valuesById[12] = "PHASE_FAILED"] = 12;
            values[valuesById[13] = "PHASE_UNDONE"] = 13;
            return values;
        })();

        v1.Strategy = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STRATEGY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STRATEGY_SWAP"] = 1;
            values[valuesById[2] = "STRATEGY_CANARY"] = 2;
            return values;
        })();

        v1.Rollout = (function() {

            const Rollout = function (properties) {
                this.steps_percent = [];
                this.transitions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Rollout.prototype.id = "";
            Rollout.prototype.stable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Rollout.prototype.candidate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Rollout.prototype.strategy = 0;
            Rollout.prototype.phase = 0;
            Rollout.prototype.phase_text = "";
            Rollout.prototype.over = false;
            Rollout.prototype.paused = false;
            Rollout.prototype.reason = "";
            Rollout.prototype.step = 0;
            Rollout.prototype.steps_percent = $util.emptyArray;
            Rollout.prototype.weights = null;
            Rollout.prototype.twin = false;
            Rollout.prototype.without_twin = false;
            Rollout.prototype.started_at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Rollout.prototype.since_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Rollout.prototype.deadline_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Rollout.prototype.judgement = null;
            Rollout.prototype.evidence_json = "";
            Rollout.prototype.frozen = null;
            Rollout.prototype.comparison_json = "";
            Rollout.prototype.labels = null;
            Rollout.prototype.plan_json = "";
            Rollout.prototype.transitions = $util.emptyArray;

            Rollout.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.stable != null && $Object.hasOwnProperty.call(message, "stable") && (typeof message.stable === "object" ? message.stable.low || message.stable.high : message.stable !== 0))
                    writer.uint32(16).uint64(message.stable);
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate") && (typeof message.candidate === "object" ? message.candidate.low || message.candidate.high : message.candidate !== 0))
                    writer.uint32(24).uint64(message.candidate);
                if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== 0)
                    writer.uint32(32).int32(message.strategy);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                    writer.uint32(40).int32(message.phase);
                if (message.phase_text != null && $Object.hasOwnProperty.call(message, "phase_text") && message.phase_text !== "")
                    writer.uint32(50).string(message.phase_text);
                if (message.over != null && $Object.hasOwnProperty.call(message, "over") && message.over !== false)
                    writer.uint32(56).bool(message.over);
                if (message.paused != null && $Object.hasOwnProperty.call(message, "paused") && message.paused !== false)
                    writer.uint32(64).bool(message.paused);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(74).string(message.reason);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step") && message.step !== 0)
                    writer.uint32(160).uint32(message.step);
                if (message.steps_percent != null && message.steps_percent.length)
                    writer.uint32(170).doubles(message.steps_percent);
                if (message.weights != null && $Object.hasOwnProperty.call(message, "weights"))
                    $root.sluice.v1.Weights.encode(message.weights, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.twin != null && $Object.hasOwnProperty.call(message, "twin") && message.twin !== false)
                    writer.uint32(184).bool(message.twin);
                if (message.without_twin != null && $Object.hasOwnProperty.call(message, "without_twin") && message.without_twin !== false)
                    writer.uint32(192).bool(message.without_twin);
                if (message.started_at_ms != null && $Object.hasOwnProperty.call(message, "started_at_ms") && (typeof message.started_at_ms === "object" ? message.started_at_ms.low || message.started_at_ms.high : message.started_at_ms !== 0))
                    writer.uint32(240).int64(message.started_at_ms);
                if (message.since_ms != null && $Object.hasOwnProperty.call(message, "since_ms") && (typeof message.since_ms === "object" ? message.since_ms.low || message.since_ms.high : message.since_ms !== 0))
                    writer.uint32(248).int64(message.since_ms);
                if (message.deadline_ms != null && $Object.hasOwnProperty.call(message, "deadline_ms") && (typeof message.deadline_ms === "object" ? message.deadline_ms.low || message.deadline_ms.high : message.deadline_ms !== 0))
                    writer.uint32(256).int64(message.deadline_ms);
                if (message.judgement != null && $Object.hasOwnProperty.call(message, "judgement"))
                    $root.sluice.v1.Judgement.encode(message.judgement, writer.uint32(322).fork(), _depth + 1).ldelim();
                if (message.evidence_json != null && $Object.hasOwnProperty.call(message, "evidence_json") && message.evidence_json !== "")
                    writer.uint32(330).string(message.evidence_json);
                if (message.frozen != null && $Object.hasOwnProperty.call(message, "frozen"))
                    $root.sluice.v1.LatencyQuantiles.encode(message.frozen, writer.uint32(338).fork(), _depth + 1).ldelim();
                if (message.comparison_json != null && $Object.hasOwnProperty.call(message, "comparison_json") && message.comparison_json !== "")
                    writer.uint32(346).string(message.comparison_json);
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    $root.sluice.v1.TeacherLabels.encode(message.labels, writer.uint32(354).fork(), _depth + 1).ldelim();
                if (message.plan_json != null && $Object.hasOwnProperty.call(message, "plan_json") && message.plan_json !== "")
                    writer.uint32(402).string(message.plan_json);
                if (message.transitions != null && message.transitions.length)
                    for (let i = 0; i < message.transitions.length; ++i)
                        $root.sluice.v1.Transition.encode(message.transitions[i], writer.uint32(410).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Rollout.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Rollout)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Rollout: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Rollout();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.stable != null)
                    if (typeof object.stable === "object" ? object.stable.low || object.stable.high : $Number(object.stable) !== 0)
                        if ($util.Long)
                            message.stable = $util.Long.fromValue(object.stable, true);
                        else if (typeof object.stable === "string")
                            message.stable = $parseInt(object.stable, 10);
                        else if (typeof object.stable === "number")
                            message.stable = object.stable;
                        else if (typeof object.stable === "object")
                            message.stable = new $util.LongBits(object.stable.low >>> 0, object.stable.high >>> 0).toNumber(true);
                if (object.candidate != null)
                    if (typeof object.candidate === "object" ? object.candidate.low || object.candidate.high : $Number(object.candidate) !== 0)
                        if ($util.Long)
                            message.candidate = $util.Long.fromValue(object.candidate, true);
                        else if (typeof object.candidate === "string")
                            message.candidate = $parseInt(object.candidate, 10);
                        else if (typeof object.candidate === "number")
                            message.candidate = object.candidate;
                        else if (typeof object.candidate === "object")
                            message.candidate = new $util.LongBits(object.candidate.low >>> 0, object.candidate.high >>> 0).toNumber(true);
                if (object.strategy !== 0 && (typeof object.strategy !== "string" || $root.sluice.v1.Strategy[object.strategy] !== 0))
                    switch (object.strategy) {
                    case "STRATEGY_UNSPECIFIED":
                    case 0:
                        message.strategy = 0;
                        break;
                    case "STRATEGY_SWAP":
                    case 1:
                        message.strategy = 1;
                        break;
                    case "STRATEGY_CANARY":
                    case 2:
                        message.strategy = 2;
                        break;
                    default:
                        if (typeof object.strategy === "number" && (object.strategy | 0) === object.strategy)
                            message.strategy = object.strategy;
                    }
                if (object.phase !== 0 && (typeof object.phase !== "string" || $root.sluice.v1.Phase[object.phase] !== 0))
                    switch (object.phase) {
                    case "PHASE_UNSPECIFIED":
                    case 0:
                        message.phase = 0;
                        break;
                    case "PHASE_PENDING":
                    case 1:
                        message.phase = 1;
                        break;
                    case "PHASE_MIRROR":
                    case 2:
                        message.phase = 2;
                        break;
                    case "PHASE_STEP":
                    case 3:
                        message.phase = 3;
                        break;
                    case "PHASE_APPROVAL":
                    case 4:
                        message.phase = 4;
                        break;
                    case "PHASE_PROMOTED":
                    case 10:
                        message.phase = 10;
                        break;
                    case "PHASE_ABORTED":
                    case 11:
                        message.phase = 11;
                        break;
                    case "PHASE_FAILED":
                    case 12:
                        message.phase = 12;
                        break;
                    case "PHASE_UNDONE":
                    case 13:
                        message.phase = 13;
                        break;
                    default:
                        if (typeof object.phase === "number" && (object.phase | 0) === object.phase)
                            message.phase = object.phase;
                    }
                if (object.phase_text != null)
                    if (typeof object.phase_text !== "string" || object.phase_text.length)
                        message.phase_text = $String(object.phase_text);
                if (object.over != null)
                    if (object.over)
                        message.over = $Boolean(object.over);
                if (object.paused != null)
                    if (object.paused)
                        message.paused = $Boolean(object.paused);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.step != null)
                    if ($Number(object.step) !== 0)
                        message.step = object.step >>> 0;
                if (object.steps_percent) {
                    if (!$Array.isArray(object.steps_percent))
                        throw $TypeError(".sluice.v1.Rollout.steps_percent: array expected");
                    message.steps_percent = $Array(object.steps_percent.length);
                    for (let i = 0; i < object.steps_percent.length; ++i)
                        message.steps_percent[i] = $Number(object.steps_percent[i]);
                }
                if (object.weights != null) {
                    if (!$util.isObject(object.weights))
                        throw $TypeError(".sluice.v1.Rollout.weights: object expected");
                    message.weights = $root.sluice.v1.Weights.fromObject(object.weights, _depth + 1);
                }
                if (object.twin != null)
                    if (object.twin)
                        message.twin = $Boolean(object.twin);
                if (object.without_twin != null)
                    if (object.without_twin)
                        message.without_twin = $Boolean(object.without_twin);
                if (object.started_at_ms != null)
                    if (typeof object.started_at_ms === "object" ? object.started_at_ms.low || object.started_at_ms.high : $Number(object.started_at_ms) !== 0)
                        if ($util.Long)
                            message.started_at_ms = $util.Long.fromValue(object.started_at_ms, false);
                        else if (typeof object.started_at_ms === "string")
                            message.started_at_ms = $parseInt(object.started_at_ms, 10);
                        else if (typeof object.started_at_ms === "number")
                            message.started_at_ms = object.started_at_ms;
                        else if (typeof object.started_at_ms === "object")
                            message.started_at_ms = new $util.LongBits(object.started_at_ms.low >>> 0, object.started_at_ms.high >>> 0).toNumber();
                if (object.since_ms != null)
                    if (typeof object.since_ms === "object" ? object.since_ms.low || object.since_ms.high : $Number(object.since_ms) !== 0)
                        if ($util.Long)
                            message.since_ms = $util.Long.fromValue(object.since_ms, false);
                        else if (typeof object.since_ms === "string")
                            message.since_ms = $parseInt(object.since_ms, 10);
                        else if (typeof object.since_ms === "number")
                            message.since_ms = object.since_ms;
                        else if (typeof object.since_ms === "object")
                            message.since_ms = new $util.LongBits(object.since_ms.low >>> 0, object.since_ms.high >>> 0).toNumber();
                if (object.deadline_ms != null)
                    if (typeof object.deadline_ms === "object" ? object.deadline_ms.low || object.deadline_ms.high : $Number(object.deadline_ms) !== 0)
                        if ($util.Long)
                            message.deadline_ms = $util.Long.fromValue(object.deadline_ms, false);
                        else if (typeof object.deadline_ms === "string")
                            message.deadline_ms = $parseInt(object.deadline_ms, 10);
                        else if (typeof object.deadline_ms === "number")
                            message.deadline_ms = object.deadline_ms;
                        else if (typeof object.deadline_ms === "object")
                            message.deadline_ms = new $util.LongBits(object.deadline_ms.low >>> 0, object.deadline_ms.high >>> 0).toNumber();
                if (object.judgement != null) {
                    if (!$util.isObject(object.judgement))
                        throw $TypeError(".sluice.v1.Rollout.judgement: object expected");
                    message.judgement = $root.sluice.v1.Judgement.fromObject(object.judgement, _depth + 1);
                }
                if (object.evidence_json != null)
                    if (typeof object.evidence_json !== "string" || object.evidence_json.length)
                        message.evidence_json = $String(object.evidence_json);
                if (object.frozen != null) {
                    if (!$util.isObject(object.frozen))
                        throw $TypeError(".sluice.v1.Rollout.frozen: object expected");
                    message.frozen = $root.sluice.v1.LatencyQuantiles.fromObject(object.frozen, _depth + 1);
                }
                if (object.comparison_json != null)
                    if (typeof object.comparison_json !== "string" || object.comparison_json.length)
                        message.comparison_json = $String(object.comparison_json);
                if (object.labels != null) {
                    if (!$util.isObject(object.labels))
                        throw $TypeError(".sluice.v1.Rollout.labels: object expected");
                    message.labels = $root.sluice.v1.TeacherLabels.fromObject(object.labels, _depth + 1);
                }
                if (object.plan_json != null)
                    if (typeof object.plan_json !== "string" || object.plan_json.length)
                        message.plan_json = $String(object.plan_json);
                if (object.transitions) {
                    if (!$Array.isArray(object.transitions))
                        throw $TypeError(".sluice.v1.Rollout.transitions: array expected");
                    message.transitions = $Array(object.transitions.length);
                    for (let i = 0; i < object.transitions.length; ++i) {
                        if (!$util.isObject(object.transitions[i]))
                            throw $TypeError(".sluice.v1.Rollout.transitions: object expected");
                        message.transitions[i] = $root.sluice.v1.Transition.fromObject(object.transitions[i], _depth + 1);
                    }
                }
                return message;
            };

            Rollout.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.steps_percent = [];
                    object.transitions = [];
                }
                if (options.defaults) {
                    object.id = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.stable = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.stable = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.candidate = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.candidate = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.strategy = options.enums === $String ? "STRATEGY_UNSPECIFIED" : 0;
                    object.phase = options.enums === $String ? "PHASE_UNSPECIFIED" : 0;
                    object.phase_text = "";
                    object.over = false;
                    object.paused = false;
                    object.reason = "";
                    object.step = 0;
                    object.weights = null;
                    object.twin = false;
                    object.without_twin = false;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.started_at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.started_at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.since_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.since_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.deadline_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.deadline_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.judgement = null;
                    object.evidence_json = "";
                    object.frozen = null;
                    object.comparison_json = "";
                    object.labels = null;
                    object.plan_json = "";
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.stable != null && $Object.hasOwnProperty.call(message, "stable"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.stable = typeof message.stable === "number" ? $BigInt(message.stable) : $util.Long.fromBits(message.stable.low >>> 0, message.stable.high >>> 0, true).toBigInt();
                    else if (typeof message.stable === "number")
                        object.stable = options.longs === $String ? $String(message.stable) : message.stable;
                    else
                        object.stable = options.longs === $String ? $util.Long.prototype.toString.call(message.stable) : options.longs === $Number ? new $util.LongBits(message.stable.low >>> 0, message.stable.high >>> 0).toNumber(true) : message.stable;
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.candidate = typeof message.candidate === "number" ? $BigInt(message.candidate) : $util.Long.fromBits(message.candidate.low >>> 0, message.candidate.high >>> 0, true).toBigInt();
                    else if (typeof message.candidate === "number")
                        object.candidate = options.longs === $String ? $String(message.candidate) : message.candidate;
                    else
                        object.candidate = options.longs === $String ? $util.Long.prototype.toString.call(message.candidate) : options.longs === $Number ? new $util.LongBits(message.candidate.low >>> 0, message.candidate.high >>> 0).toNumber(true) : message.candidate;
                if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy"))
                    object.strategy = options.enums === $String ? $root.sluice.v1.Strategy[message.strategy] === $undefined ? message.strategy : $root.sluice.v1.Strategy[message.strategy] : message.strategy;
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    object.phase = options.enums === $String ? $root.sluice.v1.Phase[message.phase] === $undefined ? message.phase : $root.sluice.v1.Phase[message.phase] : message.phase;
                if (message.phase_text != null && $Object.hasOwnProperty.call(message, "phase_text"))
                    object.phase_text = message.phase_text;
                if (message.over != null && $Object.hasOwnProperty.call(message, "over"))
                    object.over = message.over;
                if (message.paused != null && $Object.hasOwnProperty.call(message, "paused"))
                    object.paused = message.paused;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                    object.step = message.step;
                if (message.steps_percent && message.steps_percent.length) {
                    object.steps_percent = $Array(message.steps_percent.length);
                    for (let j = 0; j < message.steps_percent.length; ++j)
                        object.steps_percent[j] = options.json && !$isFinite(message.steps_percent[j]) ? $String(message.steps_percent[j]) : message.steps_percent[j];
                }
                if (message.weights != null && $Object.hasOwnProperty.call(message, "weights"))
                    object.weights = $root.sluice.v1.Weights.toObject(message.weights, options, _depth + 1);
                if (message.twin != null && $Object.hasOwnProperty.call(message, "twin"))
                    object.twin = message.twin;
                if (message.without_twin != null && $Object.hasOwnProperty.call(message, "without_twin"))
                    object.without_twin = message.without_twin;
                if (message.started_at_ms != null && $Object.hasOwnProperty.call(message, "started_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.started_at_ms = typeof message.started_at_ms === "number" ? $BigInt(message.started_at_ms) : $util.Long.fromBits(message.started_at_ms.low >>> 0, message.started_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.started_at_ms === "number")
                        object.started_at_ms = options.longs === $String ? $String(message.started_at_ms) : message.started_at_ms;
                    else
                        object.started_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.started_at_ms) : options.longs === $Number ? new $util.LongBits(message.started_at_ms.low >>> 0, message.started_at_ms.high >>> 0).toNumber() : message.started_at_ms;
                if (message.since_ms != null && $Object.hasOwnProperty.call(message, "since_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.since_ms = typeof message.since_ms === "number" ? $BigInt(message.since_ms) : $util.Long.fromBits(message.since_ms.low >>> 0, message.since_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.since_ms === "number")
                        object.since_ms = options.longs === $String ? $String(message.since_ms) : message.since_ms;
                    else
                        object.since_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.since_ms) : options.longs === $Number ? new $util.LongBits(message.since_ms.low >>> 0, message.since_ms.high >>> 0).toNumber() : message.since_ms;
                if (message.deadline_ms != null && $Object.hasOwnProperty.call(message, "deadline_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.deadline_ms = typeof message.deadline_ms === "number" ? $BigInt(message.deadline_ms) : $util.Long.fromBits(message.deadline_ms.low >>> 0, message.deadline_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.deadline_ms === "number")
                        object.deadline_ms = options.longs === $String ? $String(message.deadline_ms) : message.deadline_ms;
                    else
                        object.deadline_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.deadline_ms) : options.longs === $Number ? new $util.LongBits(message.deadline_ms.low >>> 0, message.deadline_ms.high >>> 0).toNumber() : message.deadline_ms;
                if (message.judgement != null && $Object.hasOwnProperty.call(message, "judgement"))
                    object.judgement = $root.sluice.v1.Judgement.toObject(message.judgement, options, _depth + 1);
                if (message.evidence_json != null && $Object.hasOwnProperty.call(message, "evidence_json"))
                    object.evidence_json = message.evidence_json;
                if (message.frozen != null && $Object.hasOwnProperty.call(message, "frozen"))
                    object.frozen = $root.sluice.v1.LatencyQuantiles.toObject(message.frozen, options, _depth + 1);
                if (message.comparison_json != null && $Object.hasOwnProperty.call(message, "comparison_json"))
                    object.comparison_json = message.comparison_json;
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    object.labels = $root.sluice.v1.TeacherLabels.toObject(message.labels, options, _depth + 1);
                if (message.plan_json != null && $Object.hasOwnProperty.call(message, "plan_json"))
                    object.plan_json = message.plan_json;
                if (message.transitions && message.transitions.length) {
                    object.transitions = $Array(message.transitions.length);
                    for (let j = 0; j < message.transitions.length; ++j)
                        object.transitions[j] = $root.sluice.v1.Transition.toObject(message.transitions[j], options, _depth + 1);
                }
                return object;
            };

            Rollout.prototype.toJSON = function() {
                return Rollout.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Rollout;
        })();

        v1.Weights = (function() {

            const Weights = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Weights.prototype.stable_percent = 0;
            Weights.prototype.control_percent = 0;
            Weights.prototype.canary_percent = 0;
            Weights.prototype.mirror_percent = 0;

            Weights.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stable_percent != null && $Object.hasOwnProperty.call(message, "stable_percent") && !$Object.is(message.stable_percent, 0))
                    writer.uint32(9).double(message.stable_percent);
                if (message.control_percent != null && $Object.hasOwnProperty.call(message, "control_percent") && !$Object.is(message.control_percent, 0))
                    writer.uint32(17).double(message.control_percent);
                if (message.canary_percent != null && $Object.hasOwnProperty.call(message, "canary_percent") && !$Object.is(message.canary_percent, 0))
                    writer.uint32(25).double(message.canary_percent);
                if (message.mirror_percent != null && $Object.hasOwnProperty.call(message, "mirror_percent") && !$Object.is(message.mirror_percent, 0))
                    writer.uint32(33).double(message.mirror_percent);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Weights.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Weights)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Weights: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Weights();
                if (object.stable_percent != null)
                    if (!$Object.is($Number(object.stable_percent), 0))
                        message.stable_percent = $Number(object.stable_percent);
                if (object.control_percent != null)
                    if (!$Object.is($Number(object.control_percent), 0))
                        message.control_percent = $Number(object.control_percent);
                if (object.canary_percent != null)
                    if (!$Object.is($Number(object.canary_percent), 0))
                        message.canary_percent = $Number(object.canary_percent);
                if (object.mirror_percent != null)
                    if (!$Object.is($Number(object.mirror_percent), 0))
                        message.mirror_percent = $Number(object.mirror_percent);
                return message;
            };

            Weights.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.stable_percent = 0;
                    object.control_percent = 0;
                    object.canary_percent = 0;
                    object.mirror_percent = 0;
                }
                if (message.stable_percent != null && $Object.hasOwnProperty.call(message, "stable_percent"))
                    object.stable_percent = options.json && !$isFinite(message.stable_percent) ? $String(message.stable_percent) : message.stable_percent;
                if (message.control_percent != null && $Object.hasOwnProperty.call(message, "control_percent"))
                    object.control_percent = options.json && !$isFinite(message.control_percent) ? $String(message.control_percent) : message.control_percent;
                if (message.canary_percent != null && $Object.hasOwnProperty.call(message, "canary_percent"))
                    object.canary_percent = options.json && !$isFinite(message.canary_percent) ? $String(message.canary_percent) : message.canary_percent;
                if (message.mirror_percent != null && $Object.hasOwnProperty.call(message, "mirror_percent"))
                    object.mirror_percent = options.json && !$isFinite(message.mirror_percent) ? $String(message.mirror_percent) : message.mirror_percent;
                return object;
            };

            Weights.prototype.toJSON = function() {
                return Weights.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Weights;
        })();

        v1.LatencyQuantiles = (function() {

            const LatencyQuantiles = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LatencyQuantiles.prototype.p50_us = 0;
            LatencyQuantiles.prototype.p90_us = 0;
            LatencyQuantiles.prototype.p95_us = 0;
            LatencyQuantiles.prototype.p99_us = 0;

            LatencyQuantiles.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.p50_us != null && $Object.hasOwnProperty.call(message, "p50_us") && !$Object.is(message.p50_us, 0))
                    writer.uint32(9).double(message.p50_us);
                if (message.p90_us != null && $Object.hasOwnProperty.call(message, "p90_us") && !$Object.is(message.p90_us, 0))
                    writer.uint32(17).double(message.p90_us);
                if (message.p95_us != null && $Object.hasOwnProperty.call(message, "p95_us") && !$Object.is(message.p95_us, 0))
                    writer.uint32(25).double(message.p95_us);
                if (message.p99_us != null && $Object.hasOwnProperty.call(message, "p99_us") && !$Object.is(message.p99_us, 0))
                    writer.uint32(33).double(message.p99_us);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            LatencyQuantiles.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.LatencyQuantiles)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.LatencyQuantiles: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.LatencyQuantiles();
                if (object.p50_us != null)
                    if (!$Object.is($Number(object.p50_us), 0))
                        message.p50_us = $Number(object.p50_us);
                if (object.p90_us != null)
                    if (!$Object.is($Number(object.p90_us), 0))
                        message.p90_us = $Number(object.p90_us);
                if (object.p95_us != null)
                    if (!$Object.is($Number(object.p95_us), 0))
                        message.p95_us = $Number(object.p95_us);
                if (object.p99_us != null)
                    if (!$Object.is($Number(object.p99_us), 0))
                        message.p99_us = $Number(object.p99_us);
                return message;
            };

            LatencyQuantiles.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.p50_us = 0;
                    object.p90_us = 0;
                    object.p95_us = 0;
                    object.p99_us = 0;
                }
                if (message.p50_us != null && $Object.hasOwnProperty.call(message, "p50_us"))
                    object.p50_us = options.json && !$isFinite(message.p50_us) ? $String(message.p50_us) : message.p50_us;
                if (message.p90_us != null && $Object.hasOwnProperty.call(message, "p90_us"))
                    object.p90_us = options.json && !$isFinite(message.p90_us) ? $String(message.p90_us) : message.p90_us;
                if (message.p95_us != null && $Object.hasOwnProperty.call(message, "p95_us"))
                    object.p95_us = options.json && !$isFinite(message.p95_us) ? $String(message.p95_us) : message.p95_us;
                if (message.p99_us != null && $Object.hasOwnProperty.call(message, "p99_us"))
                    object.p99_us = options.json && !$isFinite(message.p99_us) ? $String(message.p99_us) : message.p99_us;
                return object;
            };

            LatencyQuantiles.prototype.toJSON = function() {
                return LatencyQuantiles.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LatencyQuantiles;
        })();

        v1.Transition = (function() {

            const Transition = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Transition.prototype.at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            Transition.prototype.from = "";
            Transition.prototype.to = "";
            Transition.prototype.who = "";
            Transition.prototype.why = "";
            Transition.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Transition.prototype.kind = "";

            Transition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at_ms != null && $Object.hasOwnProperty.call(message, "at_ms") && (typeof message.at_ms === "object" ? message.at_ms.low || message.at_ms.high : message.at_ms !== 0))
                    writer.uint32(8).int64(message.at_ms);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                    writer.uint32(18).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                    writer.uint32(26).string(message.to);
                if (message.who != null && $Object.hasOwnProperty.call(message, "who") && message.who !== "")
                    writer.uint32(34).string(message.who);
                if (message.why != null && $Object.hasOwnProperty.call(message, "why") && message.why !== "")
                    writer.uint32(42).string(message.why);
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                    writer.uint32(48).uint64(message.seq);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                    writer.uint32(58).string(message.kind);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Transition.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Transition)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Transition: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Transition();
                if (object.at_ms != null)
                    if (typeof object.at_ms === "object" ? object.at_ms.low || object.at_ms.high : $Number(object.at_ms) !== 0)
                        if ($util.Long)
                            message.at_ms = $util.Long.fromValue(object.at_ms, false);
                        else if (typeof object.at_ms === "string")
                            message.at_ms = $parseInt(object.at_ms, 10);
                        else if (typeof object.at_ms === "number")
                            message.at_ms = object.at_ms;
                        else if (typeof object.at_ms === "object")
                            message.at_ms = new $util.LongBits(object.at_ms.low >>> 0, object.at_ms.high >>> 0).toNumber();
                if (object.from != null)
                    if (typeof object.from !== "string" || object.from.length)
                        message.from = $String(object.from);
                if (object.to != null)
                    if (typeof object.to !== "string" || object.to.length)
                        message.to = $String(object.to);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.why != null)
                    if (typeof object.why !== "string" || object.why.length)
                        message.why = $String(object.why);
                if (object.seq != null)
                    if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                        if ($util.Long)
                            message.seq = $util.Long.fromValue(object.seq, true);
                        else if (typeof object.seq === "string")
                            message.seq = $parseInt(object.seq, 10);
                        else if (typeof object.seq === "number")
                            message.seq = object.seq;
                        else if (typeof object.seq === "object")
                            message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
                if (object.kind != null)
                    if (typeof object.kind !== "string" || object.kind.length)
                        message.kind = $String(object.kind);
                return message;
            };

            Transition.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.from = "";
                    object.to = "";
                    object.who = "";
                    object.why = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.kind = "";
                }
                if (message.at_ms != null && $Object.hasOwnProperty.call(message, "at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.at_ms = typeof message.at_ms === "number" ? $BigInt(message.at_ms) : $util.Long.fromBits(message.at_ms.low >>> 0, message.at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.at_ms === "number")
                        object.at_ms = options.longs === $String ? $String(message.at_ms) : message.at_ms;
                    else
                        object.at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.at_ms) : options.longs === $Number ? new $util.LongBits(message.at_ms.low >>> 0, message.at_ms.high >>> 0).toNumber() : message.at_ms;
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    object.from = message.from;
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    object.to = message.to;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.why != null && $Object.hasOwnProperty.call(message, "why"))
                    object.why = message.why;
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                    else if (typeof message.seq === "number")
                        object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                    else
                        object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    object.kind = message.kind;
                return object;
            };

            Transition.prototype.toJSON = function() {
                return Transition.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Transition;
        })();

        v1.TeacherLabels = (function() {

            const TeacherLabels = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TeacherLabels.prototype.state = "";
            TeacherLabels.prototype.reason = "";
            TeacherLabels.prototype.rows = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TeacherLabels.prototype.files = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TeacherLabels.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TeacherLabels.prototype.dropped = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            TeacherLabels.prototype.path = "";

            TeacherLabels.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                    writer.uint32(10).string(message.state);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && (typeof message.rows === "object" ? message.rows.low || message.rows.high : message.rows !== 0))
                    writer.uint32(24).uint64(message.rows);
                if (message.files != null && $Object.hasOwnProperty.call(message, "files") && (typeof message.files === "object" ? message.files.low || message.files.high : message.files !== 0))
                    writer.uint32(32).uint64(message.files);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                    writer.uint32(40).uint64(message.bytes);
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped") && (typeof message.dropped === "object" ? message.dropped.low || message.dropped.high : message.dropped !== 0))
                    writer.uint32(48).uint64(message.dropped);
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(58).string(message.path);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            TeacherLabels.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.TeacherLabels)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.TeacherLabels: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.TeacherLabels();
                if (object.state != null)
                    if (typeof object.state !== "string" || object.state.length)
                        message.state = $String(object.state);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.rows != null)
                    if (typeof object.rows === "object" ? object.rows.low || object.rows.high : $Number(object.rows) !== 0)
                        if ($util.Long)
                            message.rows = $util.Long.fromValue(object.rows, true);
                        else if (typeof object.rows === "string")
                            message.rows = $parseInt(object.rows, 10);
                        else if (typeof object.rows === "number")
                            message.rows = object.rows;
                        else if (typeof object.rows === "object")
                            message.rows = new $util.LongBits(object.rows.low >>> 0, object.rows.high >>> 0).toNumber(true);
                if (object.files != null)
                    if (typeof object.files === "object" ? object.files.low || object.files.high : $Number(object.files) !== 0)
                        if ($util.Long)
                            message.files = $util.Long.fromValue(object.files, true);
                        else if (typeof object.files === "string")
                            message.files = $parseInt(object.files, 10);
                        else if (typeof object.files === "number")
                            message.files = object.files;
                        else if (typeof object.files === "object")
                            message.files = new $util.LongBits(object.files.low >>> 0, object.files.high >>> 0).toNumber(true);
                if (object.bytes != null)
                    if (typeof object.bytes === "object" ? object.bytes.low || object.bytes.high : $Number(object.bytes) !== 0)
                        if ($util.Long)
                            message.bytes = $util.Long.fromValue(object.bytes, true);
                        else if (typeof object.bytes === "string")
                            message.bytes = $parseInt(object.bytes, 10);
                        else if (typeof object.bytes === "number")
                            message.bytes = object.bytes;
                        else if (typeof object.bytes === "object")
                            message.bytes = new $util.LongBits(object.bytes.low >>> 0, object.bytes.high >>> 0).toNumber(true);
                if (object.dropped != null)
                    if (typeof object.dropped === "object" ? object.dropped.low || object.dropped.high : $Number(object.dropped) !== 0)
                        if ($util.Long)
                            message.dropped = $util.Long.fromValue(object.dropped, true);
                        else if (typeof object.dropped === "string")
                            message.dropped = $parseInt(object.dropped, 10);
                        else if (typeof object.dropped === "number")
                            message.dropped = object.dropped;
                        else if (typeof object.dropped === "object")
                            message.dropped = new $util.LongBits(object.dropped.low >>> 0, object.dropped.high >>> 0).toNumber(true);
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                return message;
            };

            TeacherLabels.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.state = "";
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.rows = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.rows = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.files = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.files = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.bytes = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.bytes = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.dropped = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.dropped = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.path = "";
                }
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = message.state;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.rows != null && $Object.hasOwnProperty.call(message, "rows"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.rows = typeof message.rows === "number" ? $BigInt(message.rows) : $util.Long.fromBits(message.rows.low >>> 0, message.rows.high >>> 0, true).toBigInt();
                    else if (typeof message.rows === "number")
                        object.rows = options.longs === $String ? $String(message.rows) : message.rows;
                    else
                        object.rows = options.longs === $String ? $util.Long.prototype.toString.call(message.rows) : options.longs === $Number ? new $util.LongBits(message.rows.low >>> 0, message.rows.high >>> 0).toNumber(true) : message.rows;
                if (message.files != null && $Object.hasOwnProperty.call(message, "files"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.files = typeof message.files === "number" ? $BigInt(message.files) : $util.Long.fromBits(message.files.low >>> 0, message.files.high >>> 0, true).toBigInt();
                    else if (typeof message.files === "number")
                        object.files = options.longs === $String ? $String(message.files) : message.files;
                    else
                        object.files = options.longs === $String ? $util.Long.prototype.toString.call(message.files) : options.longs === $Number ? new $util.LongBits(message.files.low >>> 0, message.files.high >>> 0).toNumber(true) : message.files;
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.bytes = typeof message.bytes === "number" ? $BigInt(message.bytes) : $util.Long.fromBits(message.bytes.low >>> 0, message.bytes.high >>> 0, true).toBigInt();
                    else if (typeof message.bytes === "number")
                        object.bytes = options.longs === $String ? $String(message.bytes) : message.bytes;
                    else
                        object.bytes = options.longs === $String ? $util.Long.prototype.toString.call(message.bytes) : options.longs === $Number ? new $util.LongBits(message.bytes.low >>> 0, message.bytes.high >>> 0).toNumber(true) : message.bytes;
                if (message.dropped != null && $Object.hasOwnProperty.call(message, "dropped"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.dropped = typeof message.dropped === "number" ? $BigInt(message.dropped) : $util.Long.fromBits(message.dropped.low >>> 0, message.dropped.high >>> 0, true).toBigInt();
                    else if (typeof message.dropped === "number")
                        object.dropped = options.longs === $String ? $String(message.dropped) : message.dropped;
                    else
                        object.dropped = options.longs === $String ? $util.Long.prototype.toString.call(message.dropped) : options.longs === $Number ? new $util.LongBits(message.dropped.low >>> 0, message.dropped.high >>> 0).toNumber(true) : message.dropped;
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                return object;
            };

            TeacherLabels.prototype.toJSON = function() {
                return TeacherLabels.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TeacherLabels;
        })();

        v1.KeptVersion = (function() {

            const KeptVersion = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeptVersion.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            KeptVersion.prototype.until_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            KeptVersion.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(8).uint64(message.version);
                if (message.until_ms != null && $Object.hasOwnProperty.call(message, "until_ms") && (typeof message.until_ms === "object" ? message.until_ms.low || message.until_ms.high : message.until_ms !== 0))
                    writer.uint32(16).int64(message.until_ms);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            KeptVersion.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.KeptVersion)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.KeptVersion: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.KeptVersion();
                if (object.version != null)
                    if (typeof object.version === "object" ? object.version.low || object.version.high : $Number(object.version) !== 0)
                        if ($util.Long)
                            message.version = $util.Long.fromValue(object.version, true);
                        else if (typeof object.version === "string")
                            message.version = $parseInt(object.version, 10);
                        else if (typeof object.version === "number")
                            message.version = object.version;
                        else if (typeof object.version === "object")
                            message.version = new $util.LongBits(object.version.low >>> 0, object.version.high >>> 0).toNumber(true);
                if (object.until_ms != null)
                    if (typeof object.until_ms === "object" ? object.until_ms.low || object.until_ms.high : $Number(object.until_ms) !== 0)
                        if ($util.Long)
                            message.until_ms = $util.Long.fromValue(object.until_ms, false);
                        else if (typeof object.until_ms === "string")
                            message.until_ms = $parseInt(object.until_ms, 10);
                        else if (typeof object.until_ms === "number")
                            message.until_ms = object.until_ms;
                        else if (typeof object.until_ms === "object")
                            message.until_ms = new $util.LongBits(object.until_ms.low >>> 0, object.until_ms.high >>> 0).toNumber();
                return message;
            };

            KeptVersion.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.until_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.until_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.version = typeof message.version === "number" ? $BigInt(message.version) : $util.Long.fromBits(message.version.low >>> 0, message.version.high >>> 0, true).toBigInt();
                    else if (typeof message.version === "number")
                        object.version = options.longs === $String ? $String(message.version) : message.version;
                    else
                        object.version = options.longs === $String ? $util.Long.prototype.toString.call(message.version) : options.longs === $Number ? new $util.LongBits(message.version.low >>> 0, message.version.high >>> 0).toNumber(true) : message.version;
                if (message.until_ms != null && $Object.hasOwnProperty.call(message, "until_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.until_ms = typeof message.until_ms === "number" ? $BigInt(message.until_ms) : $util.Long.fromBits(message.until_ms.low >>> 0, message.until_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.until_ms === "number")
                        object.until_ms = options.longs === $String ? $String(message.until_ms) : message.until_ms;
                    else
                        object.until_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.until_ms) : options.longs === $Number ? new $util.LongBits(message.until_ms.low >>> 0, message.until_ms.high >>> 0).toNumber() : message.until_ms;
                return object;
            };

            KeptVersion.prototype.toJSON = function() {
                return KeptVersion.toObject(this, $protobuf.util.toJSONOptions);
            };

            return KeptVersion;
        })();

        v1.RejectedVersion = (function() {

            const RejectedVersion = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RejectedVersion.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RejectedVersion.prototype.rollout = "";
            RejectedVersion.prototype.reason = "";

            RejectedVersion.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(8).uint64(message.version);
                if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout") && message.rollout !== "")
                    writer.uint32(18).string(message.rollout);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            RejectedVersion.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.RejectedVersion)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.RejectedVersion: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.RejectedVersion();
                if (object.version != null)
                    if (typeof object.version === "object" ? object.version.low || object.version.high : $Number(object.version) !== 0)
                        if ($util.Long)
                            message.version = $util.Long.fromValue(object.version, true);
                        else if (typeof object.version === "string")
                            message.version = $parseInt(object.version, 10);
                        else if (typeof object.version === "number")
                            message.version = object.version;
                        else if (typeof object.version === "object")
                            message.version = new $util.LongBits(object.version.low >>> 0, object.version.high >>> 0).toNumber(true);
                if (object.rollout != null)
                    if (typeof object.rollout !== "string" || object.rollout.length)
                        message.rollout = $String(object.rollout);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            RejectedVersion.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.rollout = "";
                    object.reason = "";
                }
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.version = typeof message.version === "number" ? $BigInt(message.version) : $util.Long.fromBits(message.version.low >>> 0, message.version.high >>> 0, true).toBigInt();
                    else if (typeof message.version === "number")
                        object.version = options.longs === $String ? $String(message.version) : message.version;
                    else
                        object.version = options.longs === $String ? $util.Long.prototype.toString.call(message.version) : options.longs === $Number ? new $util.LongBits(message.version.low >>> 0, message.version.high >>> 0).toNumber(true) : message.version;
                if (message.rollout != null && $Object.hasOwnProperty.call(message, "rollout"))
                    object.rollout = message.rollout;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            RejectedVersion.prototype.toJSON = function() {
                return RejectedVersion.toObject(this, $protobuf.util.toJSONOptions);
            };

            return RejectedVersion;
        })();

        v1.PastRollout = (function() {

            const PastRollout = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PastRollout.prototype.id = "";
            PastRollout.prototype.stable = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PastRollout.prototype.candidate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PastRollout.prototype.phase = 0;
            PastRollout.prototype.reason = "";
            PastRollout.prototype.started_at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
            PastRollout.prototype.ended_at_ms = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            PastRollout.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.stable != null && $Object.hasOwnProperty.call(message, "stable") && (typeof message.stable === "object" ? message.stable.low || message.stable.high : message.stable !== 0))
                    writer.uint32(16).uint64(message.stable);
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate") && (typeof message.candidate === "object" ? message.candidate.low || message.candidate.high : message.candidate !== 0))
                    writer.uint32(24).uint64(message.candidate);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                    writer.uint32(32).int32(message.phase);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(42).string(message.reason);
                if (message.started_at_ms != null && $Object.hasOwnProperty.call(message, "started_at_ms") && (typeof message.started_at_ms === "object" ? message.started_at_ms.low || message.started_at_ms.high : message.started_at_ms !== 0))
                    writer.uint32(48).int64(message.started_at_ms);
                if (message.ended_at_ms != null && $Object.hasOwnProperty.call(message, "ended_at_ms") && (typeof message.ended_at_ms === "object" ? message.ended_at_ms.low || message.ended_at_ms.high : message.ended_at_ms !== 0))
                    writer.uint32(56).int64(message.ended_at_ms);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            PastRollout.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PastRollout)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PastRollout: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PastRollout();
                if (object.id != null)
                    if (typeof object.id !== "string" || object.id.length)
                        message.id = $String(object.id);
                if (object.stable != null)
                    if (typeof object.stable === "object" ? object.stable.low || object.stable.high : $Number(object.stable) !== 0)
                        if ($util.Long)
                            message.stable = $util.Long.fromValue(object.stable, true);
                        else if (typeof object.stable === "string")
                            message.stable = $parseInt(object.stable, 10);
                        else if (typeof object.stable === "number")
                            message.stable = object.stable;
                        else if (typeof object.stable === "object")
                            message.stable = new $util.LongBits(object.stable.low >>> 0, object.stable.high >>> 0).toNumber(true);
                if (object.candidate != null)
                    if (typeof object.candidate === "object" ? object.candidate.low || object.candidate.high : $Number(object.candidate) !== 0)
                        if ($util.Long)
                            message.candidate = $util.Long.fromValue(object.candidate, true);
                        else if (typeof object.candidate === "string")
                            message.candidate = $parseInt(object.candidate, 10);
                        else if (typeof object.candidate === "number")
                            message.candidate = object.candidate;
                        else if (typeof object.candidate === "object")
                            message.candidate = new $util.LongBits(object.candidate.low >>> 0, object.candidate.high >>> 0).toNumber(true);
                if (object.phase !== 0 && (typeof object.phase !== "string" || $root.sluice.v1.Phase[object.phase] !== 0))
                    switch (object.phase) {
                    case "PHASE_UNSPECIFIED":
                    case 0:
                        message.phase = 0;
                        break;
                    case "PHASE_PENDING":
                    case 1:
                        message.phase = 1;
                        break;
                    case "PHASE_MIRROR":
                    case 2:
                        message.phase = 2;
                        break;
                    case "PHASE_STEP":
                    case 3:
                        message.phase = 3;
                        break;
                    case "PHASE_APPROVAL":
                    case 4:
                        message.phase = 4;
                        break;
                    case "PHASE_PROMOTED":
                    case 10:
                        message.phase = 10;
                        break;
                    case "PHASE_ABORTED":
                    case 11:
                        message.phase = 11;
                        break;
                    case "PHASE_FAILED":
                    case 12:
                        message.phase = 12;
                        break;
                    case "PHASE_UNDONE":
                    case 13:
                        message.phase = 13;
                        break;
                    default:
                        if (typeof object.phase === "number" && (object.phase | 0) === object.phase)
                            message.phase = object.phase;
                    }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.started_at_ms != null)
                    if (typeof object.started_at_ms === "object" ? object.started_at_ms.low || object.started_at_ms.high : $Number(object.started_at_ms) !== 0)
                        if ($util.Long)
                            message.started_at_ms = $util.Long.fromValue(object.started_at_ms, false);
                        else if (typeof object.started_at_ms === "string")
                            message.started_at_ms = $parseInt(object.started_at_ms, 10);
                        else if (typeof object.started_at_ms === "number")
                            message.started_at_ms = object.started_at_ms;
                        else if (typeof object.started_at_ms === "object")
                            message.started_at_ms = new $util.LongBits(object.started_at_ms.low >>> 0, object.started_at_ms.high >>> 0).toNumber();
                if (object.ended_at_ms != null)
                    if (typeof object.ended_at_ms === "object" ? object.ended_at_ms.low || object.ended_at_ms.high : $Number(object.ended_at_ms) !== 0)
                        if ($util.Long)
                            message.ended_at_ms = $util.Long.fromValue(object.ended_at_ms, false);
                        else if (typeof object.ended_at_ms === "string")
                            message.ended_at_ms = $parseInt(object.ended_at_ms, 10);
                        else if (typeof object.ended_at_ms === "number")
                            message.ended_at_ms = object.ended_at_ms;
                        else if (typeof object.ended_at_ms === "object")
                            message.ended_at_ms = new $util.LongBits(object.ended_at_ms.low >>> 0, object.ended_at_ms.high >>> 0).toNumber();
                return message;
            };

            PastRollout.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.id = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.stable = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.stable = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.candidate = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.candidate = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.phase = options.enums === $String ? "PHASE_UNSPECIFIED" : 0;
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.started_at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.started_at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, false);
                        object.ended_at_ms = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.ended_at_ms = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    object.id = message.id;
                if (message.stable != null && $Object.hasOwnProperty.call(message, "stable"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.stable = typeof message.stable === "number" ? $BigInt(message.stable) : $util.Long.fromBits(message.stable.low >>> 0, message.stable.high >>> 0, true).toBigInt();
                    else if (typeof message.stable === "number")
                        object.stable = options.longs === $String ? $String(message.stable) : message.stable;
                    else
                        object.stable = options.longs === $String ? $util.Long.prototype.toString.call(message.stable) : options.longs === $Number ? new $util.LongBits(message.stable.low >>> 0, message.stable.high >>> 0).toNumber(true) : message.stable;
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.candidate = typeof message.candidate === "number" ? $BigInt(message.candidate) : $util.Long.fromBits(message.candidate.low >>> 0, message.candidate.high >>> 0, true).toBigInt();
                    else if (typeof message.candidate === "number")
                        object.candidate = options.longs === $String ? $String(message.candidate) : message.candidate;
                    else
                        object.candidate = options.longs === $String ? $util.Long.prototype.toString.call(message.candidate) : options.longs === $Number ? new $util.LongBits(message.candidate.low >>> 0, message.candidate.high >>> 0).toNumber(true) : message.candidate;
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    object.phase = options.enums === $String ? $root.sluice.v1.Phase[message.phase] === $undefined ? message.phase : $root.sluice.v1.Phase[message.phase] : message.phase;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.started_at_ms != null && $Object.hasOwnProperty.call(message, "started_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.started_at_ms = typeof message.started_at_ms === "number" ? $BigInt(message.started_at_ms) : $util.Long.fromBits(message.started_at_ms.low >>> 0, message.started_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.started_at_ms === "number")
                        object.started_at_ms = options.longs === $String ? $String(message.started_at_ms) : message.started_at_ms;
                    else
                        object.started_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.started_at_ms) : options.longs === $Number ? new $util.LongBits(message.started_at_ms.low >>> 0, message.started_at_ms.high >>> 0).toNumber() : message.started_at_ms;
                if (message.ended_at_ms != null && $Object.hasOwnProperty.call(message, "ended_at_ms"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.ended_at_ms = typeof message.ended_at_ms === "number" ? $BigInt(message.ended_at_ms) : $util.Long.fromBits(message.ended_at_ms.low >>> 0, message.ended_at_ms.high >>> 0, false).toBigInt();
                    else if (typeof message.ended_at_ms === "number")
                        object.ended_at_ms = options.longs === $String ? $String(message.ended_at_ms) : message.ended_at_ms;
                    else
                        object.ended_at_ms = options.longs === $String ? $util.Long.prototype.toString.call(message.ended_at_ms) : options.longs === $Number ? new $util.LongBits(message.ended_at_ms.low >>> 0, message.ended_at_ms.high >>> 0).toNumber() : message.ended_at_ms;
                return object;
            };

            PastRollout.prototype.toJSON = function() {
                return PastRollout.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PastRollout;
        })();

        v1.Verdict = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "VERDICT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "VERDICT_UNKNOWN"] = 1;
            values[valuesById[2] = "VERDICT_PROVEN"] = 2;
            values[valuesById[3] = "VERDICT_WORSE"] = 3;
            values[valuesById[4] = "VERDICT_MISMATCH"] = 4;
            values[valuesById[5] = "VERDICT_GUARDED"] = 5;
            return values;
        })();

        v1.Judgement = (function() {

            const Judgement = function (properties) {
                this.metrics = [];
                this.culprits = [];
                this.missing = [];
                this.superior = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Judgement.prototype.verdict = 0;
            Judgement.prototype.reason = "";
            Judgement.prototype.metrics = $util.emptyArray;
            Judgement.prototype.log_abort = 0;
            Judgement.prototype.threshold_abort = 0;
            Judgement.prototype.may_advance = false;
            Judgement.prototype.stage = 0;
            Judgement.prototype.canary_units = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Judgement.prototype.baseline_units = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Judgement.prototype.share = null;
            Judgement.prototype.culprits = $util.emptyArray;
            Judgement.prototype.missing = $util.emptyArray;
            Judgement.prototype.superior = $util.emptyArray;
            Judgement.prototype.guard = "";
            Judgement.prototype.guard_aborts = false;

            Judgement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict") && message.verdict !== 0)
                    writer.uint32(8).int32(message.verdict);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.metrics != null && message.metrics.length)
                    for (let i = 0; i < message.metrics.length; ++i)
                        $root.sluice.v1.MetricRow.encode(message.metrics[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.log_abort != null && $Object.hasOwnProperty.call(message, "log_abort") && !$Object.is(message.log_abort, 0))
                    writer.uint32(81).double(message.log_abort);
                if (message.threshold_abort != null && $Object.hasOwnProperty.call(message, "threshold_abort") && !$Object.is(message.threshold_abort, 0))
                    writer.uint32(89).double(message.threshold_abort);
                if (message.may_advance != null && $Object.hasOwnProperty.call(message, "may_advance") && message.may_advance !== false)
                    writer.uint32(96).bool(message.may_advance);
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== 0)
                    writer.uint32(104).uint32(message.stage);
                if (message.canary_units != null && $Object.hasOwnProperty.call(message, "canary_units") && (typeof message.canary_units === "object" ? message.canary_units.low || message.canary_units.high : message.canary_units !== 0))
                    writer.uint32(112).uint64(message.canary_units);
                if (message.baseline_units != null && $Object.hasOwnProperty.call(message, "baseline_units") && (typeof message.baseline_units === "object" ? message.baseline_units.low || message.baseline_units.high : message.baseline_units !== 0))
                    writer.uint32(120).uint64(message.baseline_units);
                if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                    $root.sluice.v1.ShareRow.encode(message.share, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.culprits != null && message.culprits.length)
                    for (let i = 0; i < message.culprits.length; ++i)
                        writer.uint32(162).string(message.culprits[i]);
                if (message.missing != null && message.missing.length)
                    for (let i = 0; i < message.missing.length; ++i)
                        writer.uint32(170).string(message.missing[i]);
                if (message.superior != null && message.superior.length)
                    for (let i = 0; i < message.superior.length; ++i)
                        writer.uint32(178).string(message.superior[i]);
                if (message.guard != null && $Object.hasOwnProperty.call(message, "guard") && message.guard !== "")
                    writer.uint32(186).string(message.guard);
                if (message.guard_aborts != null && $Object.hasOwnProperty.call(message, "guard_aborts") && message.guard_aborts !== false)
                    writer.uint32(192).bool(message.guard_aborts);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Judgement.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Judgement)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Judgement: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Judgement();
                if (object.verdict !== 0 && (typeof object.verdict !== "string" || $root.sluice.v1.Verdict[object.verdict] !== 0))
                    switch (object.verdict) {
                    case "VERDICT_UNSPECIFIED":
                    case 0:
                        message.verdict = 0;
                        break;
                    case "VERDICT_UNKNOWN":
                    case 1:
                        message.verdict = 1;
                        break;
                    case "VERDICT_PROVEN":
                    case 2:
                        message.verdict = 2;
                        break;
                    case "VERDICT_WORSE":
                    case 3:
                        message.verdict = 3;
                        break;
                    case "VERDICT_MISMATCH":
                    case 4:
                        message.verdict = 4;
                        break;
                    case "VERDICT_GUARDED":
                    case 5:
                        message.verdict = 5;
                        break;
                    default:
                        if (typeof object.verdict === "number" && (object.verdict | 0) === object.verdict)
                            message.verdict = object.verdict;
                    }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.metrics) {
                    if (!$Array.isArray(object.metrics))
                        throw $TypeError(".sluice.v1.Judgement.metrics: array expected");
                    message.metrics = $Array(object.metrics.length);
                    for (let i = 0; i < object.metrics.length; ++i) {
                        if (!$util.isObject(object.metrics[i]))
                            throw $TypeError(".sluice.v1.Judgement.metrics: object expected");
                        message.metrics[i] = $root.sluice.v1.MetricRow.fromObject(object.metrics[i], _depth + 1);
                    }
                }
                if (object.log_abort != null)
                    if (!$Object.is($Number(object.log_abort), 0))
                        message.log_abort = $Number(object.log_abort);
                if (object.threshold_abort != null)
                    if (!$Object.is($Number(object.threshold_abort), 0))
                        message.threshold_abort = $Number(object.threshold_abort);
                if (object.may_advance != null)
                    if (object.may_advance)
                        message.may_advance = $Boolean(object.may_advance);
                if (object.stage != null)
                    if ($Number(object.stage) !== 0)
                        message.stage = object.stage >>> 0;
                if (object.canary_units != null)
                    if (typeof object.canary_units === "object" ? object.canary_units.low || object.canary_units.high : $Number(object.canary_units) !== 0)
                        if ($util.Long)
                            message.canary_units = $util.Long.fromValue(object.canary_units, true);
                        else if (typeof object.canary_units === "string")
                            message.canary_units = $parseInt(object.canary_units, 10);
                        else if (typeof object.canary_units === "number")
                            message.canary_units = object.canary_units;
                        else if (typeof object.canary_units === "object")
                            message.canary_units = new $util.LongBits(object.canary_units.low >>> 0, object.canary_units.high >>> 0).toNumber(true);
                if (object.baseline_units != null)
                    if (typeof object.baseline_units === "object" ? object.baseline_units.low || object.baseline_units.high : $Number(object.baseline_units) !== 0)
                        if ($util.Long)
                            message.baseline_units = $util.Long.fromValue(object.baseline_units, true);
                        else if (typeof object.baseline_units === "string")
                            message.baseline_units = $parseInt(object.baseline_units, 10);
                        else if (typeof object.baseline_units === "number")
                            message.baseline_units = object.baseline_units;
                        else if (typeof object.baseline_units === "object")
                            message.baseline_units = new $util.LongBits(object.baseline_units.low >>> 0, object.baseline_units.high >>> 0).toNumber(true);
                if (object.share != null) {
                    if (!$util.isObject(object.share))
                        throw $TypeError(".sluice.v1.Judgement.share: object expected");
                    message.share = $root.sluice.v1.ShareRow.fromObject(object.share, _depth + 1);
                }
                if (object.culprits) {
                    if (!$Array.isArray(object.culprits))
                        throw $TypeError(".sluice.v1.Judgement.culprits: array expected");
                    message.culprits = $Array(object.culprits.length);
                    for (let i = 0; i < object.culprits.length; ++i)
                        message.culprits[i] = $String(object.culprits[i]);
                }
                if (object.missing) {
                    if (!$Array.isArray(object.missing))
                        throw $TypeError(".sluice.v1.Judgement.missing: array expected");
                    message.missing = $Array(object.missing.length);
                    for (let i = 0; i < object.missing.length; ++i)
                        message.missing[i] = $String(object.missing[i]);
                }
                if (object.superior) {
                    if (!$Array.isArray(object.superior))
                        throw $TypeError(".sluice.v1.Judgement.superior: array expected");
                    message.superior = $Array(object.superior.length);
                    for (let i = 0; i < object.superior.length; ++i)
                        message.superior[i] = $String(object.superior[i]);
                }
                if (object.guard != null)
                    if (typeof object.guard !== "string" || object.guard.length)
                        message.guard = $String(object.guard);
                if (object.guard_aborts != null)
                    if (object.guard_aborts)
                        message.guard_aborts = $Boolean(object.guard_aborts);
                return message;
            };

            Judgement.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.metrics = [];
                    object.culprits = [];
                    object.missing = [];
                    object.superior = [];
                }
                if (options.defaults) {
                    object.verdict = options.enums === $String ? "VERDICT_UNSPECIFIED" : 0;
                    object.reason = "";
                    object.log_abort = 0;
                    object.threshold_abort = 0;
                    object.may_advance = false;
                    object.stage = 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.canary_units = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.canary_units = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.baseline_units = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.baseline_units = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.share = null;
                    object.guard = "";
                    object.guard_aborts = false;
                }
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    object.verdict = options.enums === $String ? $root.sluice.v1.Verdict[message.verdict] === $undefined ? message.verdict : $root.sluice.v1.Verdict[message.verdict] : message.verdict;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.metrics && message.metrics.length) {
                    object.metrics = $Array(message.metrics.length);
                    for (let j = 0; j < message.metrics.length; ++j)
                        object.metrics[j] = $root.sluice.v1.MetricRow.toObject(message.metrics[j], options, _depth + 1);
                }
                if (message.log_abort != null && $Object.hasOwnProperty.call(message, "log_abort"))
                    object.log_abort = options.json && !$isFinite(message.log_abort) ? $String(message.log_abort) : message.log_abort;
                if (message.threshold_abort != null && $Object.hasOwnProperty.call(message, "threshold_abort"))
                    object.threshold_abort = options.json && !$isFinite(message.threshold_abort) ? $String(message.threshold_abort) : message.threshold_abort;
                if (message.may_advance != null && $Object.hasOwnProperty.call(message, "may_advance"))
                    object.may_advance = message.may_advance;
                if (message.stage != null && $Object.hasOwnProperty.call(message, "stage"))
                    object.stage = message.stage;
                if (message.canary_units != null && $Object.hasOwnProperty.call(message, "canary_units"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.canary_units = typeof message.canary_units === "number" ? $BigInt(message.canary_units) : $util.Long.fromBits(message.canary_units.low >>> 0, message.canary_units.high >>> 0, true).toBigInt();
                    else if (typeof message.canary_units === "number")
                        object.canary_units = options.longs === $String ? $String(message.canary_units) : message.canary_units;
                    else
                        object.canary_units = options.longs === $String ? $util.Long.prototype.toString.call(message.canary_units) : options.longs === $Number ? new $util.LongBits(message.canary_units.low >>> 0, message.canary_units.high >>> 0).toNumber(true) : message.canary_units;
                if (message.baseline_units != null && $Object.hasOwnProperty.call(message, "baseline_units"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.baseline_units = typeof message.baseline_units === "number" ? $BigInt(message.baseline_units) : $util.Long.fromBits(message.baseline_units.low >>> 0, message.baseline_units.high >>> 0, true).toBigInt();
                    else if (typeof message.baseline_units === "number")
                        object.baseline_units = options.longs === $String ? $String(message.baseline_units) : message.baseline_units;
                    else
                        object.baseline_units = options.longs === $String ? $util.Long.prototype.toString.call(message.baseline_units) : options.longs === $Number ? new $util.LongBits(message.baseline_units.low >>> 0, message.baseline_units.high >>> 0).toNumber(true) : message.baseline_units;
                if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                    object.share = $root.sluice.v1.ShareRow.toObject(message.share, options, _depth + 1);
                if (message.culprits && message.culprits.length) {
                    object.culprits = $Array(message.culprits.length);
                    for (let j = 0; j < message.culprits.length; ++j)
                        object.culprits[j] = message.culprits[j];
                }
                if (message.missing && message.missing.length) {
                    object.missing = $Array(message.missing.length);
                    for (let j = 0; j < message.missing.length; ++j)
                        object.missing[j] = message.missing[j];
                }
                if (message.superior && message.superior.length) {
                    object.superior = $Array(message.superior.length);
                    for (let j = 0; j < message.superior.length; ++j)
                        object.superior[j] = message.superior[j];
                }
                if (message.guard != null && $Object.hasOwnProperty.call(message, "guard"))
                    object.guard = message.guard;
                if (message.guard_aborts != null && $Object.hasOwnProperty.call(message, "guard_aborts"))
                    object.guard_aborts = message.guard_aborts;
                return object;
            };

            Judgement.prototype.toJSON = function() {
                return Judgement.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Judgement;
        })();

        v1.MetricRow = (function() {

            const MetricRow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            MetricRow.prototype.metric = "";
            MetricRow.prototype.weight = 0;
            MetricRow.prototype.required = false;
            MetricRow.prototype.reason = "";
            MetricRow.prototype.log_harm = 0;
            MetricRow.prototype.log_better = null;
            MetricRow.prototype.log_proof = null;
            MetricRow.prototype.threshold_abort = null;
            MetricRow.prototype.threshold_promote = null;
            MetricRow.prototype.progress_abort = 0;
            MetricRow.prototype.progress_promote = 0;
            MetricRow.prototype.need_abort = null;
            MetricRow.prototype.need_promote = null;
            MetricRow.prototype.canary = null;
            MetricRow.prototype.baseline = null;
            MetricRow.prototype.estimate = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricRow.prototype, "_log_better", {
                get: $util.oneOfGetter($oneOfFields = ["log_better"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricRow.prototype, "_log_proof", {
                get: $util.oneOfGetter($oneOfFields = ["log_proof"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricRow.prototype, "_threshold_abort", {
                get: $util.oneOfGetter($oneOfFields = ["threshold_abort"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MetricRow.prototype, "_threshold_promote", {
                get: $util.oneOfGetter($oneOfFields = ["threshold_promote"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            MetricRow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.metric != null && $Object.hasOwnProperty.call(message, "metric") && message.metric !== "")
                    writer.uint32(10).string(message.metric);
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && !$Object.is(message.weight, 0))
                    writer.uint32(17).double(message.weight);
                if (message.required != null && $Object.hasOwnProperty.call(message, "required") && message.required !== false)
                    writer.uint32(24).bool(message.required);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.log_harm != null && $Object.hasOwnProperty.call(message, "log_harm") && !$Object.is(message.log_harm, 0))
                    writer.uint32(81).double(message.log_harm);
                if (message.log_better != null && $Object.hasOwnProperty.call(message, "log_better"))
                    writer.uint32(89).double(message.log_better);
                if (message.log_proof != null && $Object.hasOwnProperty.call(message, "log_proof"))
                    writer.uint32(97).double(message.log_proof);
                if (message.threshold_abort != null && $Object.hasOwnProperty.call(message, "threshold_abort"))
                    writer.uint32(105).double(message.threshold_abort);
                if (message.threshold_promote != null && $Object.hasOwnProperty.call(message, "threshold_promote"))
                    writer.uint32(113).double(message.threshold_promote);
                if (message.progress_abort != null && $Object.hasOwnProperty.call(message, "progress_abort") && !$Object.is(message.progress_abort, 0))
                    writer.uint32(121).double(message.progress_abort);
                if (message.progress_promote != null && $Object.hasOwnProperty.call(message, "progress_promote") && !$Object.is(message.progress_promote, 0))
                    writer.uint32(129).double(message.progress_promote);
                if (message.need_abort != null && $Object.hasOwnProperty.call(message, "need_abort"))
                    $root.sluice.v1.Need.encode(message.need_abort, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.need_promote != null && $Object.hasOwnProperty.call(message, "need_promote"))
                    $root.sluice.v1.Need.encode(message.need_promote, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.canary != null && $Object.hasOwnProperty.call(message, "canary"))
                    $root.sluice.v1.Arm.encode(message.canary, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.baseline != null && $Object.hasOwnProperty.call(message, "baseline"))
                    $root.sluice.v1.Arm.encode(message.baseline, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.estimate != null && $Object.hasOwnProperty.call(message, "estimate"))
                    $root.sluice.v1.Estimate.encode(message.estimate, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            MetricRow.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.MetricRow)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.MetricRow: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.MetricRow();
                if (object.metric != null)
                    if (typeof object.metric !== "string" || object.metric.length)
                        message.metric = $String(object.metric);
                if (object.weight != null)
                    if (!$Object.is($Number(object.weight), 0))
                        message.weight = $Number(object.weight);
                if (object.required != null)
                    if (object.required)
                        message.required = $Boolean(object.required);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.log_harm != null)
                    if (!$Object.is($Number(object.log_harm), 0))
                        message.log_harm = $Number(object.log_harm);
                if (object.log_better != null)
                    message.log_better = $Number(object.log_better);
                if (object.log_proof != null)
                    message.log_proof = $Number(object.log_proof);
                if (object.threshold_abort != null)
                    message.threshold_abort = $Number(object.threshold_abort);
                if (object.threshold_promote != null)
                    message.threshold_promote = $Number(object.threshold_promote);
                if (object.progress_abort != null)
                    if (!$Object.is($Number(object.progress_abort), 0))
                        message.progress_abort = $Number(object.progress_abort);
                if (object.progress_promote != null)
                    if (!$Object.is($Number(object.progress_promote), 0))
                        message.progress_promote = $Number(object.progress_promote);
                if (object.need_abort != null) {
                    if (!$util.isObject(object.need_abort))
                        throw $TypeError(".sluice.v1.MetricRow.need_abort: object expected");
                    message.need_abort = $root.sluice.v1.Need.fromObject(object.need_abort, _depth + 1);
                }
                if (object.need_promote != null) {
                    if (!$util.isObject(object.need_promote))
                        throw $TypeError(".sluice.v1.MetricRow.need_promote: object expected");
                    message.need_promote = $root.sluice.v1.Need.fromObject(object.need_promote, _depth + 1);
                }
                if (object.canary != null) {
                    if (!$util.isObject(object.canary))
                        throw $TypeError(".sluice.v1.MetricRow.canary: object expected");
                    message.canary = $root.sluice.v1.Arm.fromObject(object.canary, _depth + 1);
                }
                if (object.baseline != null) {
                    if (!$util.isObject(object.baseline))
                        throw $TypeError(".sluice.v1.MetricRow.baseline: object expected");
                    message.baseline = $root.sluice.v1.Arm.fromObject(object.baseline, _depth + 1);
                }
                if (object.estimate != null) {
                    if (!$util.isObject(object.estimate))
                        throw $TypeError(".sluice.v1.MetricRow.estimate: object expected");
                    message.estimate = $root.sluice.v1.Estimate.fromObject(object.estimate, _depth + 1);
                }
                return message;
            };

            MetricRow.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.metric = "";
                    object.weight = 0;
                    object.required = false;
                    object.reason = "";
                    object.log_harm = 0;
                    object.progress_abort = 0;
                    object.progress_promote = 0;
                    object.need_abort = null;
                    object.need_promote = null;
                    object.canary = null;
                    object.baseline = null;
                    object.estimate = null;
                }
                if (message.metric != null && $Object.hasOwnProperty.call(message, "metric"))
                    object.metric = message.metric;
                if (message.weight != null && $Object.hasOwnProperty.call(message, "weight"))
                    object.weight = options.json && !$isFinite(message.weight) ? $String(message.weight) : message.weight;
                if (message.required != null && $Object.hasOwnProperty.call(message, "required"))
                    object.required = message.required;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.log_harm != null && $Object.hasOwnProperty.call(message, "log_harm"))
                    object.log_harm = options.json && !$isFinite(message.log_harm) ? $String(message.log_harm) : message.log_harm;
                if (message.log_better != null && $Object.hasOwnProperty.call(message, "log_better"))
                    object.log_better = options.json && !$isFinite(message.log_better) ? $String(message.log_better) : message.log_better;
                if (message.log_proof != null && $Object.hasOwnProperty.call(message, "log_proof"))
                    object.log_proof = options.json && !$isFinite(message.log_proof) ? $String(message.log_proof) : message.log_proof;
                if (message.threshold_abort != null && $Object.hasOwnProperty.call(message, "threshold_abort"))
                    object.threshold_abort = options.json && !$isFinite(message.threshold_abort) ? $String(message.threshold_abort) : message.threshold_abort;
                if (message.threshold_promote != null && $Object.hasOwnProperty.call(message, "threshold_promote"))
                    object.threshold_promote = options.json && !$isFinite(message.threshold_promote) ? $String(message.threshold_promote) : message.threshold_promote;
                if (message.progress_abort != null && $Object.hasOwnProperty.call(message, "progress_abort"))
                    object.progress_abort = options.json && !$isFinite(message.progress_abort) ? $String(message.progress_abort) : message.progress_abort;
                if (message.progress_promote != null && $Object.hasOwnProperty.call(message, "progress_promote"))
                    object.progress_promote = options.json && !$isFinite(message.progress_promote) ? $String(message.progress_promote) : message.progress_promote;
                if (message.need_abort != null && $Object.hasOwnProperty.call(message, "need_abort"))
                    object.need_abort = $root.sluice.v1.Need.toObject(message.need_abort, options, _depth + 1);
                if (message.need_promote != null && $Object.hasOwnProperty.call(message, "need_promote"))
                    object.need_promote = $root.sluice.v1.Need.toObject(message.need_promote, options, _depth + 1);
                if (message.canary != null && $Object.hasOwnProperty.call(message, "canary"))
                    object.canary = $root.sluice.v1.Arm.toObject(message.canary, options, _depth + 1);
                if (message.baseline != null && $Object.hasOwnProperty.call(message, "baseline"))
                    object.baseline = $root.sluice.v1.Arm.toObject(message.baseline, options, _depth + 1);
                if (message.estimate != null && $Object.hasOwnProperty.call(message, "estimate"))
                    object.estimate = $root.sluice.v1.Estimate.toObject(message.estimate, options, _depth + 1);
                return object;
            };

            MetricRow.prototype.toJSON = function() {
                return MetricRow.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MetricRow;
        })();

        v1.Need = (function() {

            const Need = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Need.prototype.more = null;
            Need.prototype.of = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Need.prototype, "_more", {
                get: $util.oneOfGetter($oneOfFields = ["more"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Need.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.more != null && $Object.hasOwnProperty.call(message, "more"))
                    writer.uint32(9).double(message.more);
                if (message.of != null && $Object.hasOwnProperty.call(message, "of") && message.of !== "")
                    writer.uint32(18).string(message.of);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Need.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Need)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Need: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Need();
                if (object.more != null)
                    message.more = $Number(object.more);
                if (object.of != null)
                    if (typeof object.of !== "string" || object.of.length)
                        message.of = $String(object.of);
                return message;
            };

            Need.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.of = "";
                if (message.more != null && $Object.hasOwnProperty.call(message, "more"))
                    object.more = options.json && !$isFinite(message.more) ? $String(message.more) : message.more;
                if (message.of != null && $Object.hasOwnProperty.call(message, "of"))
                    object.of = message.of;
                return object;
            };

            Need.prototype.toJSON = function() {
                return Need.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Need;
        })();

        v1.Arm = (function() {

            const Arm = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Arm.prototype.units = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Arm.prototype.events = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Arm.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.units != null && $Object.hasOwnProperty.call(message, "units") && (typeof message.units === "object" ? message.units.low || message.units.high : message.units !== 0))
                    writer.uint32(8).uint64(message.units);
                if (message.events != null && $Object.hasOwnProperty.call(message, "events") && (typeof message.events === "object" ? message.events.low || message.events.high : message.events !== 0))
                    writer.uint32(16).uint64(message.events);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Arm.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Arm)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Arm: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Arm();
                if (object.units != null)
                    if (typeof object.units === "object" ? object.units.low || object.units.high : $Number(object.units) !== 0)
                        if ($util.Long)
                            message.units = $util.Long.fromValue(object.units, true);
                        else if (typeof object.units === "string")
                            message.units = $parseInt(object.units, 10);
                        else if (typeof object.units === "number")
                            message.units = object.units;
                        else if (typeof object.units === "object")
                            message.units = new $util.LongBits(object.units.low >>> 0, object.units.high >>> 0).toNumber(true);
                if (object.events != null)
                    if (typeof object.events === "object" ? object.events.low || object.events.high : $Number(object.events) !== 0)
                        if ($util.Long)
                            message.events = $util.Long.fromValue(object.events, true);
                        else if (typeof object.events === "string")
                            message.events = $parseInt(object.events, 10);
                        else if (typeof object.events === "number")
                            message.events = object.events;
                        else if (typeof object.events === "object")
                            message.events = new $util.LongBits(object.events.low >>> 0, object.events.high >>> 0).toNumber(true);
                return message;
            };

            Arm.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.units = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.units = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.events = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.events = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.units != null && $Object.hasOwnProperty.call(message, "units"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.units = typeof message.units === "number" ? $BigInt(message.units) : $util.Long.fromBits(message.units.low >>> 0, message.units.high >>> 0, true).toBigInt();
                    else if (typeof message.units === "number")
                        object.units = options.longs === $String ? $String(message.units) : message.units;
                    else
                        object.units = options.longs === $String ? $util.Long.prototype.toString.call(message.units) : options.longs === $Number ? new $util.LongBits(message.units.low >>> 0, message.units.high >>> 0).toNumber(true) : message.units;
                if (message.events != null && $Object.hasOwnProperty.call(message, "events"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.events = typeof message.events === "number" ? $BigInt(message.events) : $util.Long.fromBits(message.events.low >>> 0, message.events.high >>> 0, true).toBigInt();
                    else if (typeof message.events === "number")
                        object.events = options.longs === $String ? $String(message.events) : message.events;
                    else
                        object.events = options.longs === $String ? $util.Long.prototype.toString.call(message.events) : options.longs === $Number ? new $util.LongBits(message.events.low >>> 0, message.events.high >>> 0).toNumber(true) : message.events;
                return object;
            };

            Arm.prototype.toJSON = function() {
                return Arm.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Arm;
        })();

        v1.Estimate = (function() {

            const Estimate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Estimate.prototype.quantity = "";
            Estimate.prototype.value = null;
            Estimate.prototype.low = null;
            Estimate.prototype.high = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Estimate.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Estimate.prototype, "_low", {
                get: $util.oneOfGetter($oneOfFields = ["low"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Estimate.prototype, "_high", {
                get: $util.oneOfGetter($oneOfFields = ["high"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Estimate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity") && message.quantity !== "")
                    writer.uint32(10).string(message.quantity);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(17).double(message.value);
                if (message.low != null && $Object.hasOwnProperty.call(message, "low"))
                    writer.uint32(25).double(message.low);
                if (message.high != null && $Object.hasOwnProperty.call(message, "high"))
                    writer.uint32(33).double(message.high);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Estimate.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Estimate)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Estimate: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Estimate();
                if (object.quantity != null)
                    if (typeof object.quantity !== "string" || object.quantity.length)
                        message.quantity = $String(object.quantity);
                if (object.value != null)
                    message.value = $Number(object.value);
                if (object.low != null)
                    message.low = $Number(object.low);
                if (object.high != null)
                    message.high = $Number(object.high);
                return message;
            };

            Estimate.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.quantity = "";
                if (message.quantity != null && $Object.hasOwnProperty.call(message, "quantity"))
                    object.quantity = message.quantity;
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = options.json && !$isFinite(message.value) ? $String(message.value) : message.value;
                if (message.low != null && $Object.hasOwnProperty.call(message, "low"))
                    object.low = options.json && !$isFinite(message.low) ? $String(message.low) : message.low;
                if (message.high != null && $Object.hasOwnProperty.call(message, "high"))
                    object.high = options.json && !$isFinite(message.high) ? $String(message.high) : message.high;
                return object;
            };

            Estimate.prototype.toJSON = function() {
                return Estimate.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Estimate;
        })();

        v1.ShareRow = (function() {

            const ShareRow = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ShareRow.prototype.log_e = 0;
            ShareRow.prototype.threshold = 0;
            ShareRow.prototype.planned = 0;
            ShareRow.prototype.observed = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ShareRow.prototype, "_observed", {
                get: $util.oneOfGetter($oneOfFields = ["observed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ShareRow.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log_e != null && $Object.hasOwnProperty.call(message, "log_e") && !$Object.is(message.log_e, 0))
                    writer.uint32(9).double(message.log_e);
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold") && !$Object.is(message.threshold, 0))
                    writer.uint32(17).double(message.threshold);
                if (message.planned != null && $Object.hasOwnProperty.call(message, "planned") && !$Object.is(message.planned, 0))
                    writer.uint32(25).double(message.planned);
                if (message.observed != null && $Object.hasOwnProperty.call(message, "observed"))
                    writer.uint32(33).double(message.observed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ShareRow.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ShareRow)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ShareRow: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ShareRow();
                if (object.log_e != null)
                    if (!$Object.is($Number(object.log_e), 0))
                        message.log_e = $Number(object.log_e);
                if (object.threshold != null)
                    if (!$Object.is($Number(object.threshold), 0))
                        message.threshold = $Number(object.threshold);
                if (object.planned != null)
                    if (!$Object.is($Number(object.planned), 0))
                        message.planned = $Number(object.planned);
                if (object.observed != null)
                    message.observed = $Number(object.observed);
                return message;
            };

            ShareRow.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.log_e = 0;
                    object.threshold = 0;
                    object.planned = 0;
                }
                if (message.log_e != null && $Object.hasOwnProperty.call(message, "log_e"))
                    object.log_e = options.json && !$isFinite(message.log_e) ? $String(message.log_e) : message.log_e;
                if (message.threshold != null && $Object.hasOwnProperty.call(message, "threshold"))
                    object.threshold = options.json && !$isFinite(message.threshold) ? $String(message.threshold) : message.threshold;
                if (message.planned != null && $Object.hasOwnProperty.call(message, "planned"))
                    object.planned = options.json && !$isFinite(message.planned) ? $String(message.planned) : message.planned;
                if (message.observed != null && $Object.hasOwnProperty.call(message, "observed"))
                    object.observed = options.json && !$isFinite(message.observed) ? $String(message.observed) : message.observed;
                return object;
            };

            ShareRow.prototype.toJSON = function() {
                return ShareRow.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ShareRow;
        })();

        v1.ListLabelsResponse = (function() {

            const ListLabelsResponse = function (properties) {
                this.labels = {};
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListLabelsResponse.prototype.labels = $util.emptyObject;

            ListLabelsResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.labels != null && $Object.hasOwnProperty.call(message, "labels"))
                    for (let keys = $Object.keys(message.labels), i = 0; i < keys.length; ++i)
                        writer.uint32(10).fork().uint32(10).string(keys[i]).uint32(16).uint64(message.labels[keys[i]]).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            ListLabelsResponse.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ListLabelsResponse)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ListLabelsResponse: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ListLabelsResponse();
                if (object.labels) {
                    if (!$util.isObject(object.labels))
                        throw $TypeError(".sluice.v1.ListLabelsResponse.labels: object expected");
                    message.labels = {};
                    for (let keys = $Object.keys(object.labels), i = 0; i < keys.length; ++i) {
                        if (keys[i] === "__proto__")
                            $util.makeProp(message.labels, keys[i]);
                        if ($util.Long)
                            message.labels[keys[i]] = $util.Long.fromValue(object.labels[keys[i]], true);
                        else if (typeof object.labels[keys[i]] === "string")
                            message.labels[keys[i]] = $parseInt(object.labels[keys[i]], 10);
                        else if (typeof object.labels[keys[i]] === "number")
                            message.labels[keys[i]] = object.labels[keys[i]];
                        else if (typeof object.labels[keys[i]] === "object")
                            message.labels[keys[i]] = new $util.LongBits(object.labels[keys[i]].low >>> 0, object.labels[keys[i]].high >>> 0).toNumber(true);
                    }
                }
                return message;
            };

            ListLabelsResponse.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.objects || options.defaults)
                    object.labels = {};
                let keys2;
                if (message.labels && (keys2 = $Object.keys(message.labels)).length) {
                    object.labels = {};
                    for (let j = 0; j < keys2.length; ++j) {
                        if (keys2[j] === "__proto__")
                            $util.makeProp(object.labels, keys2[j]);
                        if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                            object.labels[keys2[j]] = typeof message.labels[keys2[j]] === "number" ? $BigInt(message.labels[keys2[j]]) : $util.Long.fromBits(message.labels[keys2[j]].low >>> 0, message.labels[keys2[j]].high >>> 0, true).toBigInt();
                        else if (typeof message.labels[keys2[j]] === "number")
                            object.labels[keys2[j]] = options.longs === $String ? $String(message.labels[keys2[j]]) : message.labels[keys2[j]];
                        else
                            object.labels[keys2[j]] = options.longs === $String ? $util.Long.prototype.toString.call(message.labels[keys2[j]]) : options.longs === $Number ? new $util.LongBits(message.labels[keys2[j]].low >>> 0, message.labels[keys2[j]].high >>> 0).toNumber(true) : message.labels[keys2[j]];
                    }
                }
                return object;
            };

            ListLabelsResponse.prototype.toJSON = function() {
                return ListLabelsResponse.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ListLabelsResponse;
        })();

        v1.DeleteLabelResponse = (function() {

            const DeleteLabelResponse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeleteLabelResponse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            DeleteLabelResponse.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.DeleteLabelResponse)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.DeleteLabelResponse: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.sluice.v1.DeleteLabelResponse();
            };

            DeleteLabelResponse.toObject = function () {
                return {};
            };

            DeleteLabelResponse.prototype.toJSON = function() {
                return DeleteLabelResponse.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DeleteLabelResponse;
        })();

        v1.Label = (function() {

            const Label = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Label.prototype.model = "";
            Label.prototype.label = "";
            Label.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            Label.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(10).string(message.model);
                if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== "")
                    writer.uint32(18).string(message.label);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && (typeof message.version === "object" ? message.version.low || message.version.high : message.version !== 0))
                    writer.uint32(24).uint64(message.version);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Label.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.Label)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.Label: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.Label();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.label != null)
                    if (typeof object.label !== "string" || object.label.length)
                        message.label = $String(object.label);
                if (object.version != null)
                    if (typeof object.version === "object" ? object.version.low || object.version.high : $Number(object.version) !== 0)
                        if ($util.Long)
                            message.version = $util.Long.fromValue(object.version, true);
                        else if (typeof object.version === "string")
                            message.version = $parseInt(object.version, 10);
                        else if (typeof object.version === "number")
                            message.version = object.version;
                        else if (typeof object.version === "object")
                            message.version = new $util.LongBits(object.version.low >>> 0, object.version.high >>> 0).toNumber(true);
                return message;
            };

            Label.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    object.label = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.label != null && $Object.hasOwnProperty.call(message, "label"))
                    object.label = message.label;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.version = typeof message.version === "number" ? $BigInt(message.version) : $util.Long.fromBits(message.version.low >>> 0, message.version.high >>> 0, true).toBigInt();
                    else if (typeof message.version === "number")
                        object.version = options.longs === $String ? $String(message.version) : message.version;
                    else
                        object.version = options.longs === $String ? $util.Long.prototype.toString.call(message.version) : options.longs === $Number ? new $util.LongBits(message.version.low >>> 0, message.version.high >>> 0).toNumber(true) : message.version;
                return object;
            };

            Label.prototype.toJSON = function() {
                return Label.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Label;
        })();

        return v1;
    })();

    return sluice;
})();

export const grpc = $root.grpc = (() => {

    const grpc = {};

    grpc.health = (function() {

        const health = {};

        health.v1 = (function() {

            const v1 = {};

            v1.HealthCheckResponse = (function() {

                const HealthCheckResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HealthCheckResponse.prototype.status = 0;

                HealthCheckResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status") && message.status !== 0)
                        writer.uint32(8).int32(message.status);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                HealthCheckResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.health.v1.HealthCheckResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.health.v1.HealthCheckResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.health.v1.HealthCheckResponse();
                    if (object.status !== 0 && (typeof object.status !== "string" || $root.grpc.health.v1.HealthCheckResponse.ServingStatus[object.status] !== 0))
                        switch (object.status) {
                        case "UNKNOWN":
                        case 0:
                            message.status = 0;
                            break;
                        case "SERVING":
                        case 1:
                            message.status = 1;
                            break;
                        case "NOT_SERVING":
                        case 2:
                            message.status = 2;
                            break;
                        case "SERVICE_UNKNOWN":
                        case 3:
                            message.status = 3;
                            break;
                        default:
                            if (typeof object.status === "number" && (object.status | 0) === object.status)
                                message.status = object.status;
                        }
                    return message;
                };

                HealthCheckResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.status = options.enums === $String ? "UNKNOWN" : 0;
                    if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                        object.status = options.enums === $String ? $root.grpc.health.v1.HealthCheckResponse.ServingStatus[message.status] === $undefined ? message.status : $root.grpc.health.v1.HealthCheckResponse.ServingStatus[message.status] : message.status;
                    return object;
                };

                HealthCheckResponse.prototype.toJSON = function() {
                    return HealthCheckResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                HealthCheckResponse.ServingStatus = (function() {
                    const valuesById = $Object.create(null), values = $Object.create(valuesById);
                    values[valuesById[0] = "UNKNOWN"] = 0;
                    values[valuesById[1] = "SERVING"] = 1;
                    values[valuesById[2] = "NOT_SERVING"] = 2;
                    values[valuesById[3] = "SERVICE_UNKNOWN"] = 3;
                    return values;
                })();

                return HealthCheckResponse;
            })();

            return v1;
        })();

        return health;
    })();

    grpc.reflection = (function() {

        const reflection = {};

        reflection.v1 = (function() {

            const v1 = {};

            v1.ServerReflectionRequest = (function() {

                const ServerReflectionRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ServerReflectionRequest.prototype.host = "";
                ServerReflectionRequest.prototype.file_by_filename = null;
                ServerReflectionRequest.prototype.file_containing_symbol = null;
                ServerReflectionRequest.prototype.file_containing_extension = null;
                ServerReflectionRequest.prototype.all_extension_numbers_of_type = null;
                ServerReflectionRequest.prototype.list_services = null;

                let $oneOfFields;

                $Object.defineProperty(ServerReflectionRequest.prototype, "message_request", {
                    get: $util.oneOfGetter($oneOfFields = ["file_by_filename", "file_containing_symbol", "file_containing_extension", "all_extension_numbers_of_type", "list_services"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                ServerReflectionRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                        writer.uint32(10).string(message.host);
                    if (message.file_by_filename != null && $Object.hasOwnProperty.call(message, "file_by_filename"))
                        writer.uint32(26).string(message.file_by_filename);
                    if (message.file_containing_symbol != null && $Object.hasOwnProperty.call(message, "file_containing_symbol"))
                        writer.uint32(34).string(message.file_containing_symbol);
                    if (message.file_containing_extension != null && $Object.hasOwnProperty.call(message, "file_containing_extension"))
                        $root.grpc.reflection.v1.ExtensionRequest.encode(message.file_containing_extension, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.all_extension_numbers_of_type != null && $Object.hasOwnProperty.call(message, "all_extension_numbers_of_type"))
                        writer.uint32(50).string(message.all_extension_numbers_of_type);
                    if (message.list_services != null && $Object.hasOwnProperty.call(message, "list_services"))
                        writer.uint32(58).string(message.list_services);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ServerReflectionRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ServerReflectionRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ServerReflectionRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ServerReflectionRequest();
                    if (object.host != null)
                        if (typeof object.host !== "string" || object.host.length)
                            message.host = $String(object.host);
                    if (object.file_by_filename != null)
                        message.file_by_filename = $String(object.file_by_filename);
                    if (object.file_containing_symbol != null)
                        message.file_containing_symbol = $String(object.file_containing_symbol);
                    if (object.file_containing_extension != null) {
                        if (!$util.isObject(object.file_containing_extension))
                            throw $TypeError(".grpc.reflection.v1.ServerReflectionRequest.file_containing_extension: object expected");
                        message.file_containing_extension = $root.grpc.reflection.v1.ExtensionRequest.fromObject(object.file_containing_extension, _depth + 1);
                    }
                    if (object.all_extension_numbers_of_type != null)
                        message.all_extension_numbers_of_type = $String(object.all_extension_numbers_of_type);
                    if (object.list_services != null)
                        message.list_services = $String(object.list_services);
                    return message;
                };

                ServerReflectionRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.host = "";
                    if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                        object.host = message.host;
                    if (message.file_by_filename != null && $Object.hasOwnProperty.call(message, "file_by_filename")) {
                        object.file_by_filename = message.file_by_filename;
                        if (options.oneofs)
                            object.message_request = "file_by_filename";
                    }
                    if (message.file_containing_symbol != null && $Object.hasOwnProperty.call(message, "file_containing_symbol")) {
                        object.file_containing_symbol = message.file_containing_symbol;
                        if (options.oneofs)
                            object.message_request = "file_containing_symbol";
                    }
                    if (message.file_containing_extension != null && $Object.hasOwnProperty.call(message, "file_containing_extension")) {
                        object.file_containing_extension = $root.grpc.reflection.v1.ExtensionRequest.toObject(message.file_containing_extension, options, _depth + 1);
                        if (options.oneofs)
                            object.message_request = "file_containing_extension";
                    }
                    if (message.all_extension_numbers_of_type != null && $Object.hasOwnProperty.call(message, "all_extension_numbers_of_type")) {
                        object.all_extension_numbers_of_type = message.all_extension_numbers_of_type;
                        if (options.oneofs)
                            object.message_request = "all_extension_numbers_of_type";
                    }
                    if (message.list_services != null && $Object.hasOwnProperty.call(message, "list_services")) {
                        object.list_services = message.list_services;
                        if (options.oneofs)
                            object.message_request = "list_services";
                    }
                    return object;
                };

                ServerReflectionRequest.prototype.toJSON = function() {
                    return ServerReflectionRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ServerReflectionRequest;
            })();

            v1.ExtensionRequest = (function() {

                const ExtensionRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ExtensionRequest.prototype.containing_type = "";
                ExtensionRequest.prototype.extension_number = 0;

                ExtensionRequest.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.containing_type != null && $Object.hasOwnProperty.call(message, "containing_type") && message.containing_type !== "")
                        writer.uint32(10).string(message.containing_type);
                    if (message.extension_number != null && $Object.hasOwnProperty.call(message, "extension_number") && message.extension_number !== 0)
                        writer.uint32(16).int32(message.extension_number);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ExtensionRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ExtensionRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ExtensionRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ExtensionRequest();
                    if (object.containing_type != null)
                        if (typeof object.containing_type !== "string" || object.containing_type.length)
                            message.containing_type = $String(object.containing_type);
                    if (object.extension_number != null)
                        if ($Number(object.extension_number) !== 0)
                            message.extension_number = object.extension_number | 0;
                    return message;
                };

                ExtensionRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.containing_type = "";
                        object.extension_number = 0;
                    }
                    if (message.containing_type != null && $Object.hasOwnProperty.call(message, "containing_type"))
                        object.containing_type = message.containing_type;
                    if (message.extension_number != null && $Object.hasOwnProperty.call(message, "extension_number"))
                        object.extension_number = message.extension_number;
                    return object;
                };

                ExtensionRequest.prototype.toJSON = function() {
                    return ExtensionRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ExtensionRequest;
            })();

            v1.ServerReflectionResponse = (function() {

                const ServerReflectionResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ServerReflectionResponse.prototype.valid_host = "";
                ServerReflectionResponse.prototype.original_request = null;
                ServerReflectionResponse.prototype.file_descriptor_response = null;
                ServerReflectionResponse.prototype.all_extension_numbers_response = null;
                ServerReflectionResponse.prototype.list_services_response = null;
                ServerReflectionResponse.prototype.error_response = null;

                let $oneOfFields;

                $Object.defineProperty(ServerReflectionResponse.prototype, "message_response", {
                    get: $util.oneOfGetter($oneOfFields = ["file_descriptor_response", "all_extension_numbers_response", "list_services_response", "error_response"]),
                    set: $util.oneOfSetter($oneOfFields)
                });

                ServerReflectionResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.valid_host != null && $Object.hasOwnProperty.call(message, "valid_host") && message.valid_host !== "")
                        writer.uint32(10).string(message.valid_host);
                    if (message.original_request != null && $Object.hasOwnProperty.call(message, "original_request"))
                        $root.grpc.reflection.v1.ServerReflectionRequest.encode(message.original_request, writer.uint32(18).fork(), _depth + 1).ldelim();
                    if (message.file_descriptor_response != null && $Object.hasOwnProperty.call(message, "file_descriptor_response"))
                        $root.grpc.reflection.v1.FileDescriptorResponse.encode(message.file_descriptor_response, writer.uint32(34).fork(), _depth + 1).ldelim();
                    if (message.all_extension_numbers_response != null && $Object.hasOwnProperty.call(message, "all_extension_numbers_response"))
                        $root.grpc.reflection.v1.ExtensionNumberResponse.encode(message.all_extension_numbers_response, writer.uint32(42).fork(), _depth + 1).ldelim();
                    if (message.list_services_response != null && $Object.hasOwnProperty.call(message, "list_services_response"))
                        $root.grpc.reflection.v1.ListServiceResponse.encode(message.list_services_response, writer.uint32(50).fork(), _depth + 1).ldelim();
                    if (message.error_response != null && $Object.hasOwnProperty.call(message, "error_response"))
                        $root.grpc.reflection.v1.ErrorResponse.encode(message.error_response, writer.uint32(58).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ServerReflectionResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ServerReflectionResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ServerReflectionResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ServerReflectionResponse();
                    if (object.valid_host != null)
                        if (typeof object.valid_host !== "string" || object.valid_host.length)
                            message.valid_host = $String(object.valid_host);
                    if (object.original_request != null) {
                        if (!$util.isObject(object.original_request))
                            throw $TypeError(".grpc.reflection.v1.ServerReflectionResponse.original_request: object expected");
                        message.original_request = $root.grpc.reflection.v1.ServerReflectionRequest.fromObject(object.original_request, _depth + 1);
                    }
                    if (object.file_descriptor_response != null) {
                        if (!$util.isObject(object.file_descriptor_response))
                            throw $TypeError(".grpc.reflection.v1.ServerReflectionResponse.file_descriptor_response: object expected");
                        message.file_descriptor_response = $root.grpc.reflection.v1.FileDescriptorResponse.fromObject(object.file_descriptor_response, _depth + 1);
                    }
                    if (object.all_extension_numbers_response != null) {
                        if (!$util.isObject(object.all_extension_numbers_response))
                            throw $TypeError(".grpc.reflection.v1.ServerReflectionResponse.all_extension_numbers_response: object expected");
                        message.all_extension_numbers_response = $root.grpc.reflection.v1.ExtensionNumberResponse.fromObject(object.all_extension_numbers_response, _depth + 1);
                    }
                    if (object.list_services_response != null) {
                        if (!$util.isObject(object.list_services_response))
                            throw $TypeError(".grpc.reflection.v1.ServerReflectionResponse.list_services_response: object expected");
                        message.list_services_response = $root.grpc.reflection.v1.ListServiceResponse.fromObject(object.list_services_response, _depth + 1);
                    }
                    if (object.error_response != null) {
                        if (!$util.isObject(object.error_response))
                            throw $TypeError(".grpc.reflection.v1.ServerReflectionResponse.error_response: object expected");
                        message.error_response = $root.grpc.reflection.v1.ErrorResponse.fromObject(object.error_response, _depth + 1);
                    }
                    return message;
                };

                ServerReflectionResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.valid_host = "";
                        object.original_request = null;
                    }
                    if (message.valid_host != null && $Object.hasOwnProperty.call(message, "valid_host"))
                        object.valid_host = message.valid_host;
                    if (message.original_request != null && $Object.hasOwnProperty.call(message, "original_request"))
                        object.original_request = $root.grpc.reflection.v1.ServerReflectionRequest.toObject(message.original_request, options, _depth + 1);
                    if (message.file_descriptor_response != null && $Object.hasOwnProperty.call(message, "file_descriptor_response")) {
                        object.file_descriptor_response = $root.grpc.reflection.v1.FileDescriptorResponse.toObject(message.file_descriptor_response, options, _depth + 1);
                        if (options.oneofs)
                            object.message_response = "file_descriptor_response";
                    }
                    if (message.all_extension_numbers_response != null && $Object.hasOwnProperty.call(message, "all_extension_numbers_response")) {
                        object.all_extension_numbers_response = $root.grpc.reflection.v1.ExtensionNumberResponse.toObject(message.all_extension_numbers_response, options, _depth + 1);
                        if (options.oneofs)
                            object.message_response = "all_extension_numbers_response";
                    }
                    if (message.list_services_response != null && $Object.hasOwnProperty.call(message, "list_services_response")) {
                        object.list_services_response = $root.grpc.reflection.v1.ListServiceResponse.toObject(message.list_services_response, options, _depth + 1);
                        if (options.oneofs)
                            object.message_response = "list_services_response";
                    }
                    if (message.error_response != null && $Object.hasOwnProperty.call(message, "error_response")) {
                        object.error_response = $root.grpc.reflection.v1.ErrorResponse.toObject(message.error_response, options, _depth + 1);
                        if (options.oneofs)
                            object.message_response = "error_response";
                    }
                    return object;
                };

                ServerReflectionResponse.prototype.toJSON = function() {
                    return ServerReflectionResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ServerReflectionResponse;
            })();

            v1.FileDescriptorResponse = (function() {

                const FileDescriptorResponse = function (properties) {
                    this.file_descriptor_proto = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                FileDescriptorResponse.prototype.file_descriptor_proto = $util.emptyArray;

                FileDescriptorResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.file_descriptor_proto != null && message.file_descriptor_proto.length)
                        for (let i = 0; i < message.file_descriptor_proto.length; ++i)
                            writer.uint32(10).bytes(message.file_descriptor_proto[i]);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                FileDescriptorResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.FileDescriptorResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.FileDescriptorResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.FileDescriptorResponse();
                    if (object.file_descriptor_proto) {
                        if (!$Array.isArray(object.file_descriptor_proto))
                            throw $TypeError(".grpc.reflection.v1.FileDescriptorResponse.file_descriptor_proto: array expected");
                        message.file_descriptor_proto = $Array(object.file_descriptor_proto.length);
                        for (let i = 0; i < object.file_descriptor_proto.length; ++i)
                            if (typeof object.file_descriptor_proto[i] === "string")
                                $util.base64.decode(object.file_descriptor_proto[i], message.file_descriptor_proto[i] = $util.newBuffer($util.base64.length(object.file_descriptor_proto[i])), 0);
                            else if (object.file_descriptor_proto[i].length >= 0)
                                message.file_descriptor_proto[i] = object.file_descriptor_proto[i];
                    }
                    return message;
                };

                FileDescriptorResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.file_descriptor_proto = [];
                    if (message.file_descriptor_proto && message.file_descriptor_proto.length) {
                        object.file_descriptor_proto = $Array(message.file_descriptor_proto.length);
                        for (let j = 0; j < message.file_descriptor_proto.length; ++j)
                            object.file_descriptor_proto[j] = options.bytes === $String ? $util.base64.encode(message.file_descriptor_proto[j], 0, message.file_descriptor_proto[j].length) : options.bytes === $Array ? $Array.prototype.slice.call(message.file_descriptor_proto[j]) : message.file_descriptor_proto[j];
                    }
                    return object;
                };

                FileDescriptorResponse.prototype.toJSON = function() {
                    return FileDescriptorResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return FileDescriptorResponse;
            })();

            v1.ExtensionNumberResponse = (function() {

                const ExtensionNumberResponse = function (properties) {
                    this.extension_number = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ExtensionNumberResponse.prototype.base_type_name = "";
                ExtensionNumberResponse.prototype.extension_number = $util.emptyArray;

                ExtensionNumberResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.base_type_name != null && $Object.hasOwnProperty.call(message, "base_type_name") && message.base_type_name !== "")
                        writer.uint32(10).string(message.base_type_name);
                    if (message.extension_number != null && message.extension_number.length)
                        writer.uint32(18).int32s(message.extension_number);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ExtensionNumberResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ExtensionNumberResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ExtensionNumberResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ExtensionNumberResponse();
                    if (object.base_type_name != null)
                        if (typeof object.base_type_name !== "string" || object.base_type_name.length)
                            message.base_type_name = $String(object.base_type_name);
                    if (object.extension_number) {
                        if (!$Array.isArray(object.extension_number))
                            throw $TypeError(".grpc.reflection.v1.ExtensionNumberResponse.extension_number: array expected");
                        message.extension_number = $Array(object.extension_number.length);
                        for (let i = 0; i < object.extension_number.length; ++i)
                            message.extension_number[i] = object.extension_number[i] | 0;
                    }
                    return message;
                };

                ExtensionNumberResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.extension_number = [];
                    if (options.defaults)
                        object.base_type_name = "";
                    if (message.base_type_name != null && $Object.hasOwnProperty.call(message, "base_type_name"))
                        object.base_type_name = message.base_type_name;
                    if (message.extension_number && message.extension_number.length) {
                        object.extension_number = $Array(message.extension_number.length);
                        for (let j = 0; j < message.extension_number.length; ++j)
                            object.extension_number[j] = message.extension_number[j];
                    }
                    return object;
                };

                ExtensionNumberResponse.prototype.toJSON = function() {
                    return ExtensionNumberResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ExtensionNumberResponse;
            })();

            v1.ListServiceResponse = (function() {

                const ListServiceResponse = function (properties) {
                    this.service = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ListServiceResponse.prototype.service = $util.emptyArray;

                ListServiceResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.service != null && message.service.length)
                        for (let i = 0; i < message.service.length; ++i)
                            $root.grpc.reflection.v1.ServiceResponse.encode(message.service[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ListServiceResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ListServiceResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ListServiceResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ListServiceResponse();
                    if (object.service) {
                        if (!$Array.isArray(object.service))
                            throw $TypeError(".grpc.reflection.v1.ListServiceResponse.service: array expected");
                        message.service = $Array(object.service.length);
                        for (let i = 0; i < object.service.length; ++i) {
                            if (!$util.isObject(object.service[i]))
                                throw $TypeError(".grpc.reflection.v1.ListServiceResponse.service: object expected");
                            message.service[i] = $root.grpc.reflection.v1.ServiceResponse.fromObject(object.service[i], _depth + 1);
                        }
                    }
                    return message;
                };

                ListServiceResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.arrays || options.defaults)
                        object.service = [];
                    if (message.service && message.service.length) {
                        object.service = $Array(message.service.length);
                        for (let j = 0; j < message.service.length; ++j)
                            object.service[j] = $root.grpc.reflection.v1.ServiceResponse.toObject(message.service[j], options, _depth + 1);
                    }
                    return object;
                };

                ListServiceResponse.prototype.toJSON = function() {
                    return ListServiceResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ListServiceResponse;
            })();

            v1.ServiceResponse = (function() {

                const ServiceResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ServiceResponse.prototype.name = "";

                ServiceResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                        writer.uint32(10).string(message.name);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ServiceResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ServiceResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ServiceResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ServiceResponse();
                    if (object.name != null)
                        if (typeof object.name !== "string" || object.name.length)
                            message.name = $String(object.name);
                    return message;
                };

                ServiceResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.name = "";
                    if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                        object.name = message.name;
                    return object;
                };

                ServiceResponse.prototype.toJSON = function() {
                    return ServiceResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ServiceResponse;
            })();

            v1.ErrorResponse = (function() {

                const ErrorResponse = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                ErrorResponse.prototype.error_code = 0;
                ErrorResponse.prototype.error_message = "";

                ErrorResponse.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.error_code != null && $Object.hasOwnProperty.call(message, "error_code") && message.error_code !== 0)
                        writer.uint32(8).int32(message.error_code);
                    if (message.error_message != null && $Object.hasOwnProperty.call(message, "error_message") && message.error_message !== "")
                        writer.uint32(18).string(message.error_message);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                ErrorResponse.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.reflection.v1.ErrorResponse)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.reflection.v1.ErrorResponse: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.reflection.v1.ErrorResponse();
                    if (object.error_code != null)
                        if ($Number(object.error_code) !== 0)
                            message.error_code = object.error_code | 0;
                    if (object.error_message != null)
                        if (typeof object.error_message !== "string" || object.error_message.length)
                            message.error_message = $String(object.error_message);
                    return message;
                };

                ErrorResponse.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.error_code = 0;
                        object.error_message = "";
                    }
                    if (message.error_code != null && $Object.hasOwnProperty.call(message, "error_code"))
                        object.error_code = message.error_code;
                    if (message.error_message != null && $Object.hasOwnProperty.call(message, "error_message"))
                        object.error_message = message.error_message;
                    return object;
                };

                ErrorResponse.prototype.toJSON = function() {
                    return ErrorResponse.toObject(this, $protobuf.util.toJSONOptions);
                };

                return ErrorResponse;
            })();

            return v1;
        })();

        return reflection;
    })();

    return grpc;
})();

export const google = $root.google = (() => {

    const google = {};

    google.rpc = (function() {

        const rpc = {};

        rpc.Status = (function() {

            const Status = function (properties) {
                this.details = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Status.prototype.code = 0;
            Status.prototype.message = "";
            Status.prototype.details = $util.emptyArray;

            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(8).int32(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(18).string(message.message);
                if (message.details != null && message.details.length)
                    for (let i = 0; i < message.details.length; ++i)
                        $root.google.rpc.Any.encode(message.details[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Status.fromObject = function (object, _depth) {
                if (object instanceof $root.google.rpc.Status)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".google.rpc.Status: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.google.rpc.Status();
                if (object.code != null)
                    if ($Number(object.code) !== 0)
                        message.code = object.code | 0;
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.details) {
                    if (!$Array.isArray(object.details))
                        throw $TypeError(".google.rpc.Status.details: array expected");
                    message.details = $Array(object.details.length);
                    for (let i = 0; i < object.details.length; ++i) {
                        if (!$util.isObject(object.details[i]))
                            throw $TypeError(".google.rpc.Status.details: object expected");
                        message.details[i] = $root.google.rpc.Any.fromObject(object.details[i], _depth + 1);
                    }
                }
                return message;
            };

            Status.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.details = [];
                if (options.defaults) {
                    object.code = 0;
                    object.message = "";
                }
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.details && message.details.length) {
                    object.details = $Array(message.details.length);
                    for (let j = 0; j < message.details.length; ++j)
                        object.details[j] = $root.google.rpc.Any.toObject(message.details[j], options, _depth + 1);
                }
                return object;
            };

            Status.prototype.toJSON = function() {
                return Status.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Status;
        })();

        rpc.Any = (function() {

            const Any = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Any.prototype.type_url = "";
            Any.prototype.value = $util.newBuffer([]);

            Any.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.type_url != null && $Object.hasOwnProperty.call(message, "type_url") && message.type_url !== "")
                    writer.uint32(10).string(message.type_url);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(18).bytes(message.value);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            Any.fromObject = function (object, _depth) {
                if (object instanceof $root.google.rpc.Any)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".google.rpc.Any: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.google.rpc.Any();
                if (object.type_url != null)
                    if (typeof object.type_url !== "string" || object.type_url.length)
                        message.type_url = $String(object.type_url);
                if (object.value != null)
                    if (object.value.length)
                        if (typeof object.value === "string")
                            $util.base64.decode(object.value, message.value = $util.newBuffer($util.base64.length(object.value)), 0);
                        else if (object.value.length >= 0)
                            message.value = object.value;
                return message;
            };

            Any.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.type_url = "";
                    if (options.bytes === $String)
                        object.value = "";
                    else {
                        object.value = [];
                        if (options.bytes !== $Array)
                            object.value = $util.newBuffer(object.value);
                    }
                }
                if (message.type_url != null && $Object.hasOwnProperty.call(message, "type_url"))
                    object.type_url = message.type_url;
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = options.bytes === $String ? $util.base64.encode(message.value, 0, message.value.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.value) : message.value;
                return object;
            };

            Any.prototype.toJSON = function() {
                return Any.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Any;
        })();

        rpc.BadRequest = (function() {

            const BadRequest = function (properties) {
                this.field_violations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            BadRequest.prototype.field_violations = $util.emptyArray;

            BadRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.field_violations != null && message.field_violations.length)
                    for (let i = 0; i < message.field_violations.length; ++i)
                        $root.google.rpc.BadRequest.FieldViolation.encode(message.field_violations[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            BadRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.google.rpc.BadRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".google.rpc.BadRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.google.rpc.BadRequest();
                if (object.field_violations) {
                    if (!$Array.isArray(object.field_violations))
                        throw $TypeError(".google.rpc.BadRequest.field_violations: array expected");
                    message.field_violations = $Array(object.field_violations.length);
                    for (let i = 0; i < object.field_violations.length; ++i) {
                        if (!$util.isObject(object.field_violations[i]))
                            throw $TypeError(".google.rpc.BadRequest.field_violations: object expected");
                        message.field_violations[i] = $root.google.rpc.BadRequest.FieldViolation.fromObject(object.field_violations[i], _depth + 1);
                    }
                }
                return message;
            };

            BadRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.field_violations = [];
                if (message.field_violations && message.field_violations.length) {
                    object.field_violations = $Array(message.field_violations.length);
                    for (let j = 0; j < message.field_violations.length; ++j)
                        object.field_violations[j] = $root.google.rpc.BadRequest.FieldViolation.toObject(message.field_violations[j], options, _depth + 1);
                }
                return object;
            };

            BadRequest.prototype.toJSON = function() {
                return BadRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            BadRequest.FieldViolation = (function() {

                const FieldViolation = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                FieldViolation.prototype.field = "";
                FieldViolation.prototype.description = "";

                FieldViolation.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.field != null && $Object.hasOwnProperty.call(message, "field") && message.field !== "")
                        writer.uint32(10).string(message.field);
                    if (message.description != null && $Object.hasOwnProperty.call(message, "description") && message.description !== "")
                        writer.uint32(18).string(message.description);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                FieldViolation.fromObject = function (object, _depth) {
                    if (object instanceof $root.google.rpc.BadRequest.FieldViolation)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".google.rpc.BadRequest.FieldViolation: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.google.rpc.BadRequest.FieldViolation();
                    if (object.field != null)
                        if (typeof object.field !== "string" || object.field.length)
                            message.field = $String(object.field);
                    if (object.description != null)
                        if (typeof object.description !== "string" || object.description.length)
                            message.description = $String(object.description);
                    return message;
                };

                FieldViolation.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults) {
                        object.field = "";
                        object.description = "";
                    }
                    if (message.field != null && $Object.hasOwnProperty.call(message, "field"))
                        object.field = message.field;
                    if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                        object.description = message.description;
                    return object;
                };

                FieldViolation.prototype.toJSON = function() {
                    return FieldViolation.toObject(this, $protobuf.util.toJSONOptions);
                };

                return FieldViolation;
            })();

            return BadRequest;
        })();

        return rpc;
    })();

    return google;
})();

export {
  $root as default
};
