// Made by tools/generate-inference.mjs from proto/; do not edit.
/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Boolean = $util.global.Boolean, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt, $Number = $util.global.Number, $Array = $util.global.Array;

const $root = $protobuf.roots["sluice-read"] || ($protobuf.roots["sluice-read"] = {});

export const inference = $root.inference = (() => {

    const inference = {};

    inference.ServerLiveRequest = (function() {

        const ServerLiveRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ServerLiveRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ServerLiveRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ServerLiveRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ServerLiveRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ServerLiveRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.ServerLiveRequest();
        };

        ServerLiveRequest.toObject = function () {
            return {};
        };

        ServerLiveRequest.prototype.toJSON = function() {
            return ServerLiveRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ServerLiveRequest;
    })();

    inference.ServerReadyRequest = (function() {

        const ServerReadyRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ServerReadyRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ServerReadyRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ServerReadyRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ServerReadyRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ServerReadyRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.ServerReadyRequest();
        };

        ServerReadyRequest.toObject = function () {
            return {};
        };

        ServerReadyRequest.prototype.toJSON = function() {
            return ServerReadyRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ServerReadyRequest;
    })();

    inference.ModelReadyRequest = (function() {

        const ModelReadyRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelReadyRequest.prototype.name = "";
        ModelReadyRequest.prototype.version = "";

        ModelReadyRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ModelReadyRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ModelReadyRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelReadyRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelReadyRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelReadyRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            return message;
        };

        ModelReadyRequest.toObject = function (message, options, _depth) {
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
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            return object;
        };

        ModelReadyRequest.prototype.toJSON = function() {
            return ModelReadyRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelReadyRequest;
    })();

    inference.ServerMetadataRequest = (function() {

        const ServerMetadataRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ServerMetadataRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ServerMetadataRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ServerMetadataRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ServerMetadataRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ServerMetadataRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.inference.ServerMetadataRequest();
        };

        ServerMetadataRequest.toObject = function () {
            return {};
        };

        ServerMetadataRequest.prototype.toJSON = function() {
            return ServerMetadataRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ServerMetadataRequest;
    })();

    inference.ModelMetadataRequest = (function() {

        const ModelMetadataRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelMetadataRequest.prototype.name = "";
        ModelMetadataRequest.prototype.version = "";

        ModelMetadataRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ModelMetadataRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ModelMetadataRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelMetadataRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelMetadataRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelMetadataRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            return message;
        };

        ModelMetadataRequest.toObject = function (message, options, _depth) {
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
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            return object;
        };

        ModelMetadataRequest.prototype.toJSON = function() {
            return ModelMetadataRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelMetadataRequest;
    })();

    inference.ModelStatisticsRequest = (function() {

        const ModelStatisticsRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelStatisticsRequest.prototype.name = "";
        ModelStatisticsRequest.prototype.version = "";

        ModelStatisticsRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ModelStatisticsRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ModelStatisticsRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelStatisticsRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelStatisticsRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelStatisticsRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            return message;
        };

        ModelStatisticsRequest.toObject = function (message, options, _depth) {
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
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            return object;
        };

        ModelStatisticsRequest.prototype.toJSON = function() {
            return ModelStatisticsRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelStatisticsRequest;
    })();

    inference.ModelRepositoryParameter = (function() {

        const ModelRepositoryParameter = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelRepositoryParameter.prototype.bool_param = null;
        ModelRepositoryParameter.prototype.int64_param = null;
        ModelRepositoryParameter.prototype.string_param = null;
        ModelRepositoryParameter.prototype.bytes_param = null;

        let $oneOfFields;

        $Object.defineProperty(ModelRepositoryParameter.prototype, "parameter_choice", {
            get: $util.oneOfGetter($oneOfFields = ["bool_param", "int64_param", "string_param", "bytes_param"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        ModelRepositoryParameter.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ModelRepositoryParameter();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        message.bool_param = reader.bool();
                        message.parameter_choice = "bool_param";
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        message.int64_param = reader.int64();
                        message.parameter_choice = "int64_param";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.string_param = reader.stringVerify();
                        message.parameter_choice = "string_param";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.bytes_param = reader.bytes();
                        message.parameter_choice = "bytes_param";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ModelRepositoryParameter.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelRepositoryParameter)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelRepositoryParameter: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelRepositoryParameter();
            if (object.bool_param != null)
                message.bool_param = $Boolean(object.bool_param);
            if (object.int64_param != null)
                if ($util.Long)
                    message.int64_param = $util.Long.fromValue(object.int64_param, false);
                else if (typeof object.int64_param === "string")
                    message.int64_param = $parseInt(object.int64_param, 10);
                else if (typeof object.int64_param === "number")
                    message.int64_param = object.int64_param;
                else if (typeof object.int64_param === "object")
                    message.int64_param = new $util.LongBits(object.int64_param.low >>> 0, object.int64_param.high >>> 0).toNumber();
            if (object.string_param != null)
                message.string_param = $String(object.string_param);
            if (object.bytes_param != null)
                if (typeof object.bytes_param === "string")
                    $util.base64.decode(object.bytes_param, message.bytes_param = $util.newBuffer($util.base64.length(object.bytes_param)), 0);
                else if (object.bytes_param.length >= 0)
                    message.bytes_param = object.bytes_param;
            return message;
        };

        ModelRepositoryParameter.toObject = function (message, options, _depth) {
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
            if (message.int64_param != null && $Object.hasOwnProperty.call(message, "int64_param")) {
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.int64_param = typeof message.int64_param === "number" ? $BigInt(message.int64_param) : $util.Long.fromBits(message.int64_param.low >>> 0, message.int64_param.high >>> 0, false).toBigInt();
                else if (typeof message.int64_param === "number")
                    object.int64_param = options.longs === $String ? $String(message.int64_param) : message.int64_param;
                else
                    object.int64_param = options.longs === $String ? $util.Long.prototype.toString.call(message.int64_param) : options.longs === $Number ? new $util.LongBits(message.int64_param.low >>> 0, message.int64_param.high >>> 0).toNumber() : message.int64_param;
                if (options.oneofs)
                    object.parameter_choice = "int64_param";
            }
            if (message.string_param != null && $Object.hasOwnProperty.call(message, "string_param")) {
                object.string_param = message.string_param;
                if (options.oneofs)
                    object.parameter_choice = "string_param";
            }
            if (message.bytes_param != null && $Object.hasOwnProperty.call(message, "bytes_param")) {
                object.bytes_param = options.bytes === $String ? $util.base64.encode(message.bytes_param, 0, message.bytes_param.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.bytes_param) : message.bytes_param;
                if (options.oneofs)
                    object.parameter_choice = "bytes_param";
            }
            return object;
        };

        ModelRepositoryParameter.prototype.toJSON = function() {
            return ModelRepositoryParameter.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelRepositoryParameter;
    })();

    inference.RepositoryIndexRequest = (function() {

        const RepositoryIndexRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RepositoryIndexRequest.prototype.repository_name = "";
        RepositoryIndexRequest.prototype.ready = false;

        RepositoryIndexRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.RepositoryIndexRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.repository_name = value;
                        else
                            delete message.repository_name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.ready = value;
                        else
                            delete message.ready;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        RepositoryIndexRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.RepositoryIndexRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.RepositoryIndexRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.RepositoryIndexRequest();
            if (object.repository_name != null)
                if (typeof object.repository_name !== "string" || object.repository_name.length)
                    message.repository_name = $String(object.repository_name);
            if (object.ready != null)
                if (object.ready)
                    message.ready = $Boolean(object.ready);
            return message;
        };

        RepositoryIndexRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.repository_name = "";
                object.ready = false;
            }
            if (message.repository_name != null && $Object.hasOwnProperty.call(message, "repository_name"))
                object.repository_name = message.repository_name;
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                object.ready = message.ready;
            return object;
        };

        RepositoryIndexRequest.prototype.toJSON = function() {
            return RepositoryIndexRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return RepositoryIndexRequest;
    })();

    inference.RepositoryModelLoadRequest = (function() {

        const RepositoryModelLoadRequest = function (properties) {
            this.parameters = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RepositoryModelLoadRequest.prototype.repository_name = "";
        RepositoryModelLoadRequest.prototype.model_name = "";
        RepositoryModelLoadRequest.prototype.parameters = $util.emptyObject;

        RepositoryModelLoadRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.RepositoryModelLoadRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.repository_name = value;
                        else
                            delete message.repository_name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.model_name = value;
                        else
                            delete message.model_name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (message.parameters === $util.emptyObject)
                            message.parameters = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.inference.ModelRepositoryParameter.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.parameters, key);
                        message.parameters[key] = value || new $root.inference.ModelRepositoryParameter();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        RepositoryModelLoadRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.RepositoryModelLoadRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.RepositoryModelLoadRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.RepositoryModelLoadRequest();
            if (object.repository_name != null)
                if (typeof object.repository_name !== "string" || object.repository_name.length)
                    message.repository_name = $String(object.repository_name);
            if (object.model_name != null)
                if (typeof object.model_name !== "string" || object.model_name.length)
                    message.model_name = $String(object.model_name);
            if (object.parameters) {
                if (!$util.isObject(object.parameters))
                    throw $TypeError(".inference.RepositoryModelLoadRequest.parameters: object expected");
                message.parameters = {};
                for (let keys = $Object.keys(object.parameters), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.parameters, keys[i]);
                    if (!$util.isObject(object.parameters[keys[i]]))
                        throw $TypeError(".inference.RepositoryModelLoadRequest.parameters: object expected");
                    message.parameters[keys[i]] = $root.inference.ModelRepositoryParameter.fromObject(object.parameters[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        RepositoryModelLoadRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.parameters = {};
            if (options.defaults) {
                object.repository_name = "";
                object.model_name = "";
            }
            if (message.repository_name != null && $Object.hasOwnProperty.call(message, "repository_name"))
                object.repository_name = message.repository_name;
            if (message.model_name != null && $Object.hasOwnProperty.call(message, "model_name"))
                object.model_name = message.model_name;
            let keys2;
            if (message.parameters && (keys2 = $Object.keys(message.parameters)).length) {
                object.parameters = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.parameters, keys2[j]);
                    object.parameters[keys2[j]] = $root.inference.ModelRepositoryParameter.toObject(message.parameters[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        RepositoryModelLoadRequest.prototype.toJSON = function() {
            return RepositoryModelLoadRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return RepositoryModelLoadRequest;
    })();

    inference.RepositoryModelUnloadRequest = (function() {

        const RepositoryModelUnloadRequest = function (properties) {
            this.parameters = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        RepositoryModelUnloadRequest.prototype.repository_name = "";
        RepositoryModelUnloadRequest.prototype.model_name = "";
        RepositoryModelUnloadRequest.prototype.parameters = $util.emptyObject;

        RepositoryModelUnloadRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.RepositoryModelUnloadRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.repository_name = value;
                        else
                            delete message.repository_name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.model_name = value;
                        else
                            delete message.model_name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (message.parameters === $util.emptyObject)
                            message.parameters = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.inference.ModelRepositoryParameter.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.parameters, key);
                        message.parameters[key] = value || new $root.inference.ModelRepositoryParameter();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        RepositoryModelUnloadRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.RepositoryModelUnloadRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.RepositoryModelUnloadRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.RepositoryModelUnloadRequest();
            if (object.repository_name != null)
                if (typeof object.repository_name !== "string" || object.repository_name.length)
                    message.repository_name = $String(object.repository_name);
            if (object.model_name != null)
                if (typeof object.model_name !== "string" || object.model_name.length)
                    message.model_name = $String(object.model_name);
            if (object.parameters) {
                if (!$util.isObject(object.parameters))
                    throw $TypeError(".inference.RepositoryModelUnloadRequest.parameters: object expected");
                message.parameters = {};
                for (let keys = $Object.keys(object.parameters), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.parameters, keys[i]);
                    if (!$util.isObject(object.parameters[keys[i]]))
                        throw $TypeError(".inference.RepositoryModelUnloadRequest.parameters: object expected");
                    message.parameters[keys[i]] = $root.inference.ModelRepositoryParameter.fromObject(object.parameters[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        RepositoryModelUnloadRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.parameters = {};
            if (options.defaults) {
                object.repository_name = "";
                object.model_name = "";
            }
            if (message.repository_name != null && $Object.hasOwnProperty.call(message, "repository_name"))
                object.repository_name = message.repository_name;
            if (message.model_name != null && $Object.hasOwnProperty.call(message, "model_name"))
                object.model_name = message.model_name;
            let keys2;
            if (message.parameters && (keys2 = $Object.keys(message.parameters)).length) {
                object.parameters = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.parameters, keys2[j]);
                    object.parameters[keys2[j]] = $root.inference.ModelRepositoryParameter.toObject(message.parameters[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        RepositoryModelUnloadRequest.prototype.toJSON = function() {
            return RepositoryModelUnloadRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return RepositoryModelUnloadRequest;
    })();

    inference.SystemSharedMemoryStatusRequest = (function() {

        const SystemSharedMemoryStatusRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SystemSharedMemoryStatusRequest.prototype.name = "";

        SystemSharedMemoryStatusRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.SystemSharedMemoryStatusRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        SystemSharedMemoryStatusRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.SystemSharedMemoryStatusRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.SystemSharedMemoryStatusRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.SystemSharedMemoryStatusRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            return message;
        };

        SystemSharedMemoryStatusRequest.toObject = function (message, options, _depth) {
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

        SystemSharedMemoryStatusRequest.prototype.toJSON = function() {
            return SystemSharedMemoryStatusRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return SystemSharedMemoryStatusRequest;
    })();

    inference.SystemSharedMemoryRegisterRequest = (function() {

        const SystemSharedMemoryRegisterRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SystemSharedMemoryRegisterRequest.prototype.name = "";
        SystemSharedMemoryRegisterRequest.prototype.key = "";
        SystemSharedMemoryRegisterRequest.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
        SystemSharedMemoryRegisterRequest.prototype.byte_size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        SystemSharedMemoryRegisterRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.SystemSharedMemoryRegisterRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.offset = value;
                        else
                            delete message.offset;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.byte_size = value;
                        else
                            delete message.byte_size;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        SystemSharedMemoryRegisterRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.SystemSharedMemoryRegisterRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.SystemSharedMemoryRegisterRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.SystemSharedMemoryRegisterRequest();
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

        SystemSharedMemoryRegisterRequest.toObject = function (message, options, _depth) {
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

        SystemSharedMemoryRegisterRequest.prototype.toJSON = function() {
            return SystemSharedMemoryRegisterRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return SystemSharedMemoryRegisterRequest;
    })();

    inference.SystemSharedMemoryUnregisterRequest = (function() {

        const SystemSharedMemoryUnregisterRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        SystemSharedMemoryUnregisterRequest.prototype.name = "";

        SystemSharedMemoryUnregisterRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.SystemSharedMemoryUnregisterRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        SystemSharedMemoryUnregisterRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.SystemSharedMemoryUnregisterRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.SystemSharedMemoryUnregisterRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.SystemSharedMemoryUnregisterRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            return message;
        };

        SystemSharedMemoryUnregisterRequest.toObject = function (message, options, _depth) {
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

        SystemSharedMemoryUnregisterRequest.prototype.toJSON = function() {
            return SystemSharedMemoryUnregisterRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return SystemSharedMemoryUnregisterRequest;
    })();

    inference.CudaSharedMemoryStatusRequest = (function() {

        const CudaSharedMemoryStatusRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CudaSharedMemoryStatusRequest.prototype.name = "";

        CudaSharedMemoryStatusRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.CudaSharedMemoryStatusRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        CudaSharedMemoryStatusRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.CudaSharedMemoryStatusRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.CudaSharedMemoryStatusRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.CudaSharedMemoryStatusRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            return message;
        };

        CudaSharedMemoryStatusRequest.toObject = function (message, options, _depth) {
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

        CudaSharedMemoryStatusRequest.prototype.toJSON = function() {
            return CudaSharedMemoryStatusRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return CudaSharedMemoryStatusRequest;
    })();

    inference.CudaSharedMemoryRegisterRequest = (function() {

        const CudaSharedMemoryRegisterRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CudaSharedMemoryRegisterRequest.prototype.name = "";
        CudaSharedMemoryRegisterRequest.prototype.raw_handle = $util.newBuffer([]);
        CudaSharedMemoryRegisterRequest.prototype.device_id = $util.Long ? $util.Long.fromBits(0,0,false) : 0;
        CudaSharedMemoryRegisterRequest.prototype.byte_size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        CudaSharedMemoryRegisterRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.CudaSharedMemoryRegisterRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.raw_handle = value;
                        else
                            delete message.raw_handle;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.device_id = value;
                        else
                            delete message.device_id;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.byte_size = value;
                        else
                            delete message.byte_size;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        CudaSharedMemoryRegisterRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.CudaSharedMemoryRegisterRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.CudaSharedMemoryRegisterRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.CudaSharedMemoryRegisterRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.raw_handle != null)
                if (object.raw_handle.length)
                    if (typeof object.raw_handle === "string")
                        $util.base64.decode(object.raw_handle, message.raw_handle = $util.newBuffer($util.base64.length(object.raw_handle)), 0);
                    else if (object.raw_handle.length >= 0)
                        message.raw_handle = object.raw_handle;
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

        CudaSharedMemoryRegisterRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.name = "";
                if (options.bytes === $String)
                    object.raw_handle = "";
                else {
                    object.raw_handle = [];
                    if (options.bytes !== $Array)
                        object.raw_handle = $util.newBuffer(object.raw_handle);
                }
                if ($util.Long) {
                    let long = new $util.Long(0, 0, false);
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
            if (message.raw_handle != null && $Object.hasOwnProperty.call(message, "raw_handle"))
                object.raw_handle = options.bytes === $String ? $util.base64.encode(message.raw_handle, 0, message.raw_handle.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.raw_handle) : message.raw_handle;
            if (message.device_id != null && $Object.hasOwnProperty.call(message, "device_id"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.device_id = typeof message.device_id === "number" ? $BigInt(message.device_id) : $util.Long.fromBits(message.device_id.low >>> 0, message.device_id.high >>> 0, false).toBigInt();
                else if (typeof message.device_id === "number")
                    object.device_id = options.longs === $String ? $String(message.device_id) : message.device_id;
                else
                    object.device_id = options.longs === $String ? $util.Long.prototype.toString.call(message.device_id) : options.longs === $Number ? new $util.LongBits(message.device_id.low >>> 0, message.device_id.high >>> 0).toNumber() : message.device_id;
            if (message.byte_size != null && $Object.hasOwnProperty.call(message, "byte_size"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.byte_size = typeof message.byte_size === "number" ? $BigInt(message.byte_size) : $util.Long.fromBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0, true).toBigInt();
                else if (typeof message.byte_size === "number")
                    object.byte_size = options.longs === $String ? $String(message.byte_size) : message.byte_size;
                else
                    object.byte_size = options.longs === $String ? $util.Long.prototype.toString.call(message.byte_size) : options.longs === $Number ? new $util.LongBits(message.byte_size.low >>> 0, message.byte_size.high >>> 0).toNumber(true) : message.byte_size;
            return object;
        };

        CudaSharedMemoryRegisterRequest.prototype.toJSON = function() {
            return CudaSharedMemoryRegisterRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return CudaSharedMemoryRegisterRequest;
    })();

    inference.CudaSharedMemoryUnregisterRequest = (function() {

        const CudaSharedMemoryUnregisterRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        CudaSharedMemoryUnregisterRequest.prototype.name = "";

        CudaSharedMemoryUnregisterRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.CudaSharedMemoryUnregisterRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        CudaSharedMemoryUnregisterRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.CudaSharedMemoryUnregisterRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.CudaSharedMemoryUnregisterRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.CudaSharedMemoryUnregisterRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            return message;
        };

        CudaSharedMemoryUnregisterRequest.toObject = function (message, options, _depth) {
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

        CudaSharedMemoryUnregisterRequest.prototype.toJSON = function() {
            return CudaSharedMemoryUnregisterRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return CudaSharedMemoryUnregisterRequest;
    })();

    inference.TraceSettingRequest = (function() {

        const TraceSettingRequest = function (properties) {
            this.settings = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        TraceSettingRequest.prototype.settings = $util.emptyObject;
        TraceSettingRequest.prototype.model_name = "";

        TraceSettingRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.TraceSettingRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (message.settings === $util.emptyObject)
                            message.settings = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.inference.TraceSettingRequest.SettingValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.settings, key);
                        message.settings[key] = value || new $root.inference.TraceSettingRequest.SettingValue();
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.model_name = value;
                        else
                            delete message.model_name;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        TraceSettingRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.TraceSettingRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.TraceSettingRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.TraceSettingRequest();
            if (object.settings) {
                if (!$util.isObject(object.settings))
                    throw $TypeError(".inference.TraceSettingRequest.settings: object expected");
                message.settings = {};
                for (let keys = $Object.keys(object.settings), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.settings, keys[i]);
                    if (!$util.isObject(object.settings[keys[i]]))
                        throw $TypeError(".inference.TraceSettingRequest.settings: object expected");
                    message.settings[keys[i]] = $root.inference.TraceSettingRequest.SettingValue.fromObject(object.settings[keys[i]], _depth + 1);
                }
            }
            if (object.model_name != null)
                if (typeof object.model_name !== "string" || object.model_name.length)
                    message.model_name = $String(object.model_name);
            return message;
        };

        TraceSettingRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.settings = {};
            if (options.defaults)
                object.model_name = "";
            let keys2;
            if (message.settings && (keys2 = $Object.keys(message.settings)).length) {
                object.settings = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.settings, keys2[j]);
                    object.settings[keys2[j]] = $root.inference.TraceSettingRequest.SettingValue.toObject(message.settings[keys2[j]], options, _depth + 1);
                }
            }
            if (message.model_name != null && $Object.hasOwnProperty.call(message, "model_name"))
                object.model_name = message.model_name;
            return object;
        };

        TraceSettingRequest.prototype.toJSON = function() {
            return TraceSettingRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        TraceSettingRequest.SettingValue = (function() {

            const SettingValue = function (properties) {
                this.value = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SettingValue.prototype.value = $util.emptyArray;

            SettingValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.inference.TraceSettingRequest.SettingValue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.value && message.value.length))
                                message.value = [];
                            message.value.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SettingValue.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.TraceSettingRequest.SettingValue)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.TraceSettingRequest.SettingValue: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.TraceSettingRequest.SettingValue();
                if (object.value) {
                    if (!$Array.isArray(object.value))
                        throw $TypeError(".inference.TraceSettingRequest.SettingValue.value: array expected");
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

        return TraceSettingRequest;
    })();

    inference.LogSettingsRequest = (function() {

        const LogSettingsRequest = function (properties) {
            this.settings = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        LogSettingsRequest.prototype.settings = $util.emptyObject;

        LogSettingsRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.LogSettingsRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (message.settings === $util.emptyObject)
                            message.settings = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = null;
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = $root.inference.LogSettingsRequest.SettingValue.decode(reader, reader.size(), $undefined, _depth + 1, value);
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.settings, key);
                        message.settings[key] = value || new $root.inference.LogSettingsRequest.SettingValue();
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        LogSettingsRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.LogSettingsRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.LogSettingsRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.LogSettingsRequest();
            if (object.settings) {
                if (!$util.isObject(object.settings))
                    throw $TypeError(".inference.LogSettingsRequest.settings: object expected");
                message.settings = {};
                for (let keys = $Object.keys(object.settings), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.settings, keys[i]);
                    if (!$util.isObject(object.settings[keys[i]]))
                        throw $TypeError(".inference.LogSettingsRequest.settings: object expected");
                    message.settings[keys[i]] = $root.inference.LogSettingsRequest.SettingValue.fromObject(object.settings[keys[i]], _depth + 1);
                }
            }
            return message;
        };

        LogSettingsRequest.toObject = function (message, options, _depth) {
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
                    object.settings[keys2[j]] = $root.inference.LogSettingsRequest.SettingValue.toObject(message.settings[keys2[j]], options, _depth + 1);
                }
            }
            return object;
        };

        LogSettingsRequest.prototype.toJSON = function() {
            return LogSettingsRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        LogSettingsRequest.SettingValue = (function() {

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

            SettingValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.inference.LogSettingsRequest.SettingValue();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.bool_param = reader.bool();
                            message.parameter_choice = "bool_param";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.uint32_param = reader.uint32();
                            message.parameter_choice = "uint32_param";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.string_param = reader.stringVerify();
                            message.parameter_choice = "string_param";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SettingValue.fromObject = function (object, _depth) {
                if (object instanceof $root.inference.LogSettingsRequest.SettingValue)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".inference.LogSettingsRequest.SettingValue: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.inference.LogSettingsRequest.SettingValue();
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

        return LogSettingsRequest;
    })();

    inference.ModelConfigRequest = (function() {

        const ModelConfigRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        ModelConfigRequest.prototype.name = "";
        ModelConfigRequest.prototype.version = "";

        ModelConfigRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.inference.ModelConfigRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        ModelConfigRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.inference.ModelConfigRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".inference.ModelConfigRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.inference.ModelConfigRequest();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            return message;
        };

        ModelConfigRequest.toObject = function (message, options, _depth) {
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
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            return object;
        };

        ModelConfigRequest.prototype.toJSON = function() {
            return ModelConfigRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        return ModelConfigRequest;
    })();

    return inference;
})();

export const sluice = $root.sluice = (() => {

    const sluice = {};

    sluice.v1 = (function() {

        const v1 = {};

        v1.GetRolloutRequest = (function() {

            const GetRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetRolloutRequest.prototype.model = "";

            GetRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.GetRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.GetRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.GetRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.GetRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                return message;
            };

            GetRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.model = "";
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                return object;
            };

            GetRolloutRequest.prototype.toJSON = function() {
                return GetRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return GetRolloutRequest;
        })();

        v1.ListRolloutsRequest = (function() {

            const ListRolloutsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListRolloutsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ListRolloutsRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListRolloutsRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ListRolloutsRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ListRolloutsRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return new $root.sluice.v1.ListRolloutsRequest();
            };

            ListRolloutsRequest.toObject = function () {
                return {};
            };

            ListRolloutsRequest.prototype.toJSON = function() {
                return ListRolloutsRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ListRolloutsRequest;
        })();

        v1.StartRolloutRequest = (function() {

            const StartRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StartRolloutRequest.prototype.model = "";
            StartRolloutRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StartRolloutRequest.prototype.who = "";
            StartRolloutRequest.prototype.reason = "";
            StartRolloutRequest.prototype.candidate = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            StartRolloutRequest.prototype.plan_json = "";

            StartRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.StartRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.candidate = value;
                            else
                                delete message.candidate;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.plan_json = value;
                            else
                                delete message.plan_json;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            StartRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.StartRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.StartRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.StartRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
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
                if (object.plan_json != null)
                    if (typeof object.plan_json !== "string" || object.plan_json.length)
                        message.plan_json = $String(object.plan_json);
                return message;
            };

            StartRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.candidate = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.candidate = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.plan_json = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.candidate != null && $Object.hasOwnProperty.call(message, "candidate"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.candidate = typeof message.candidate === "number" ? $BigInt(message.candidate) : $util.Long.fromBits(message.candidate.low >>> 0, message.candidate.high >>> 0, true).toBigInt();
                    else if (typeof message.candidate === "number")
                        object.candidate = options.longs === $String ? $String(message.candidate) : message.candidate;
                    else
                        object.candidate = options.longs === $String ? $util.Long.prototype.toString.call(message.candidate) : options.longs === $Number ? new $util.LongBits(message.candidate.low >>> 0, message.candidate.high >>> 0).toNumber(true) : message.candidate;
                if (message.plan_json != null && $Object.hasOwnProperty.call(message, "plan_json"))
                    object.plan_json = message.plan_json;
                return object;
            };

            StartRolloutRequest.prototype.toJSON = function() {
                return StartRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StartRolloutRequest;
        })();

        v1.PromoteRolloutRequest = (function() {

            const PromoteRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PromoteRolloutRequest.prototype.model = "";
            PromoteRolloutRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PromoteRolloutRequest.prototype.who = "";
            PromoteRolloutRequest.prototype.reason = "";

            PromoteRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.PromoteRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PromoteRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PromoteRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PromoteRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PromoteRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            PromoteRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            PromoteRolloutRequest.prototype.toJSON = function() {
                return PromoteRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PromoteRolloutRequest;
        })();

        v1.AbortRolloutRequest = (function() {

            const AbortRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AbortRolloutRequest.prototype.model = "";
            AbortRolloutRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            AbortRolloutRequest.prototype.who = "";
            AbortRolloutRequest.prototype.reason = "";

            AbortRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.AbortRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            AbortRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.AbortRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.AbortRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.AbortRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            AbortRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            AbortRolloutRequest.prototype.toJSON = function() {
                return AbortRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return AbortRolloutRequest;
        })();

        v1.PauseRolloutRequest = (function() {

            const PauseRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PauseRolloutRequest.prototype.model = "";
            PauseRolloutRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PauseRolloutRequest.prototype.who = "";
            PauseRolloutRequest.prototype.reason = "";

            PauseRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.PauseRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PauseRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PauseRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PauseRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PauseRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            PauseRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            PauseRolloutRequest.prototype.toJSON = function() {
                return PauseRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PauseRolloutRequest;
        })();

        v1.ResumeRolloutRequest = (function() {

            const ResumeRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResumeRolloutRequest.prototype.model = "";
            ResumeRolloutRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ResumeRolloutRequest.prototype.who = "";
            ResumeRolloutRequest.prototype.reason = "";

            ResumeRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ResumeRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ResumeRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ResumeRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ResumeRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ResumeRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            ResumeRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            ResumeRolloutRequest.prototype.toJSON = function() {
                return ResumeRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ResumeRolloutRequest;
        })();

        v1.UndoRolloutRequest = (function() {

            const UndoRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UndoRolloutRequest.prototype.model = "";
            UndoRolloutRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            UndoRolloutRequest.prototype.who = "";
            UndoRolloutRequest.prototype.reason = "";

            UndoRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.UndoRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UndoRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.UndoRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.UndoRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.UndoRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            UndoRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            UndoRolloutRequest.prototype.toJSON = function() {
                return UndoRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return UndoRolloutRequest;
        })();

        v1.PinVersionRequest = (function() {

            const PinVersionRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PinVersionRequest.prototype.model = "";
            PinVersionRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PinVersionRequest.prototype.who = "";
            PinVersionRequest.prototype.reason = "";
            PinVersionRequest.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            PinVersionRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.PinVersionRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            PinVersionRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.PinVersionRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.PinVersionRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.PinVersionRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
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

            PinVersionRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.version = typeof message.version === "number" ? $BigInt(message.version) : $util.Long.fromBits(message.version.low >>> 0, message.version.high >>> 0, true).toBigInt();
                    else if (typeof message.version === "number")
                        object.version = options.longs === $String ? $String(message.version) : message.version;
                    else
                        object.version = options.longs === $String ? $util.Long.prototype.toString.call(message.version) : options.longs === $Number ? new $util.LongBits(message.version.low >>> 0, message.version.high >>> 0).toNumber(true) : message.version;
                return object;
            };

            PinVersionRequest.prototype.toJSON = function() {
                return PinVersionRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PinVersionRequest;
        })();

        v1.UnpinVersionRequest = (function() {

            const UnpinVersionRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            UnpinVersionRequest.prototype.model = "";
            UnpinVersionRequest.prototype.if_generation = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            UnpinVersionRequest.prototype.who = "";
            UnpinVersionRequest.prototype.reason = "";

            UnpinVersionRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.UnpinVersionRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_generation = value;
                            else
                                delete message.if_generation;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.who = value;
                            else
                                delete message.who;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            UnpinVersionRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.UnpinVersionRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.UnpinVersionRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.UnpinVersionRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.if_generation != null)
                    if (typeof object.if_generation === "object" ? object.if_generation.low || object.if_generation.high : $Number(object.if_generation) !== 0)
                        if ($util.Long)
                            message.if_generation = $util.Long.fromValue(object.if_generation, true);
                        else if (typeof object.if_generation === "string")
                            message.if_generation = $parseInt(object.if_generation, 10);
                        else if (typeof object.if_generation === "number")
                            message.if_generation = object.if_generation;
                        else if (typeof object.if_generation === "object")
                            message.if_generation = new $util.LongBits(object.if_generation.low >>> 0, object.if_generation.high >>> 0).toNumber(true);
                if (object.who != null)
                    if (typeof object.who !== "string" || object.who.length)
                        message.who = $String(object.who);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            UnpinVersionRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.model = "";
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_generation = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_generation = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.who = "";
                    object.reason = "";
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.if_generation != null && $Object.hasOwnProperty.call(message, "if_generation"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_generation = typeof message.if_generation === "number" ? $BigInt(message.if_generation) : $util.Long.fromBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0, true).toBigInt();
                    else if (typeof message.if_generation === "number")
                        object.if_generation = options.longs === $String ? $String(message.if_generation) : message.if_generation;
                    else
                        object.if_generation = options.longs === $String ? $util.Long.prototype.toString.call(message.if_generation) : options.longs === $Number ? new $util.LongBits(message.if_generation.low >>> 0, message.if_generation.high >>> 0).toNumber(true) : message.if_generation;
                if (message.who != null && $Object.hasOwnProperty.call(message, "who"))
                    object.who = message.who;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            UnpinVersionRequest.prototype.toJSON = function() {
                return UnpinVersionRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return UnpinVersionRequest;
        })();

        v1.WatchRolloutRequest = (function() {

            const WatchRolloutRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WatchRolloutRequest.prototype.model = "";

            WatchRolloutRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.WatchRolloutRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            WatchRolloutRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.WatchRolloutRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.WatchRolloutRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.WatchRolloutRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                return message;
            };

            WatchRolloutRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.model = "";
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                return object;
            };

            WatchRolloutRequest.prototype.toJSON = function() {
                return WatchRolloutRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return WatchRolloutRequest;
        })();

        v1.GetRecordingRequest = (function() {

            const GetRecordingRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            GetRecordingRequest.prototype.model = "";

            GetRecordingRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.GetRecordingRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            GetRecordingRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.GetRecordingRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.GetRecordingRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.GetRecordingRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                return message;
            };

            GetRecordingRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.model = "";
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                return object;
            };

            GetRecordingRequest.prototype.toJSON = function() {
                return GetRecordingRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return GetRecordingRequest;
        })();

        v1.ListLabelsRequest = (function() {

            const ListLabelsRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListLabelsRequest.prototype.model = "";

            ListLabelsRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.ListLabelsRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            ListLabelsRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.ListLabelsRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.ListLabelsRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.ListLabelsRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                return message;
            };

            ListLabelsRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.model = "";
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                return object;
            };

            ListLabelsRequest.prototype.toJSON = function() {
                return ListLabelsRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ListLabelsRequest;
        })();

        v1.SetLabelRequest = (function() {

            const SetLabelRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SetLabelRequest.prototype.model = "";
            SetLabelRequest.prototype.label = "";
            SetLabelRequest.prototype.version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SetLabelRequest.prototype.if_version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            SetLabelRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.SetLabelRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_version = value;
                            else
                                delete message.if_version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            SetLabelRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.SetLabelRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.SetLabelRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.SetLabelRequest();
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
                if (object.if_version != null)
                    if (typeof object.if_version === "object" ? object.if_version.low || object.if_version.high : $Number(object.if_version) !== 0)
                        if ($util.Long)
                            message.if_version = $util.Long.fromValue(object.if_version, true);
                        else if (typeof object.if_version === "string")
                            message.if_version = $parseInt(object.if_version, 10);
                        else if (typeof object.if_version === "number")
                            message.if_version = object.if_version;
                        else if (typeof object.if_version === "object")
                            message.if_version = new $util.LongBits(object.if_version.low >>> 0, object.if_version.high >>> 0).toNumber(true);
                return message;
            };

            SetLabelRequest.toObject = function (message, options, _depth) {
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
                    if ($util.Long) {
                        let long = new $util.Long(0, 0, true);
                        object.if_version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
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
                if (message.if_version != null && $Object.hasOwnProperty.call(message, "if_version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_version = typeof message.if_version === "number" ? $BigInt(message.if_version) : $util.Long.fromBits(message.if_version.low >>> 0, message.if_version.high >>> 0, true).toBigInt();
                    else if (typeof message.if_version === "number")
                        object.if_version = options.longs === $String ? $String(message.if_version) : message.if_version;
                    else
                        object.if_version = options.longs === $String ? $util.Long.prototype.toString.call(message.if_version) : options.longs === $Number ? new $util.LongBits(message.if_version.low >>> 0, message.if_version.high >>> 0).toNumber(true) : message.if_version;
                return object;
            };

            SetLabelRequest.prototype.toJSON = function() {
                return SetLabelRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SetLabelRequest;
        })();

        v1.DeleteLabelRequest = (function() {

            const DeleteLabelRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DeleteLabelRequest.prototype.model = "";
            DeleteLabelRequest.prototype.label = "";
            DeleteLabelRequest.prototype.if_version = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            DeleteLabelRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.sluice.v1.DeleteLabelRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.label = value;
                            else
                                delete message.label;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.if_version = value;
                            else
                                delete message.if_version;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            DeleteLabelRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.sluice.v1.DeleteLabelRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".sluice.v1.DeleteLabelRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.sluice.v1.DeleteLabelRequest();
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                if (object.label != null)
                    if (typeof object.label !== "string" || object.label.length)
                        message.label = $String(object.label);
                if (object.if_version != null)
                    if (typeof object.if_version === "object" ? object.if_version.low || object.if_version.high : $Number(object.if_version) !== 0)
                        if ($util.Long)
                            message.if_version = $util.Long.fromValue(object.if_version, true);
                        else if (typeof object.if_version === "string")
                            message.if_version = $parseInt(object.if_version, 10);
                        else if (typeof object.if_version === "number")
                            message.if_version = object.if_version;
                        else if (typeof object.if_version === "object")
                            message.if_version = new $util.LongBits(object.if_version.low >>> 0, object.if_version.high >>> 0).toNumber(true);
                return message;
            };

            DeleteLabelRequest.toObject = function (message, options, _depth) {
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
                        object.if_version = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.if_version = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                if (message.label != null && $Object.hasOwnProperty.call(message, "label"))
                    object.label = message.label;
                if (message.if_version != null && $Object.hasOwnProperty.call(message, "if_version"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.if_version = typeof message.if_version === "number" ? $BigInt(message.if_version) : $util.Long.fromBits(message.if_version.low >>> 0, message.if_version.high >>> 0, true).toBigInt();
                    else if (typeof message.if_version === "number")
                        object.if_version = options.longs === $String ? $String(message.if_version) : message.if_version;
                    else
                        object.if_version = options.longs === $String ? $util.Long.prototype.toString.call(message.if_version) : options.longs === $Number ? new $util.LongBits(message.if_version.low >>> 0, message.if_version.high >>> 0).toNumber(true) : message.if_version;
                return object;
            };

            DeleteLabelRequest.prototype.toJSON = function() {
                return DeleteLabelRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DeleteLabelRequest;
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

            v1.HealthCheckRequest = (function() {

                const HealthCheckRequest = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                HealthCheckRequest.prototype.service = "";

                HealthCheckRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.grpc.health.v1.HealthCheckRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.service = value;
                                else
                                    delete message.service;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
                };

                HealthCheckRequest.fromObject = function (object, _depth) {
                    if (object instanceof $root.grpc.health.v1.HealthCheckRequest)
                        return object;
                    if (!$util.isObject(object))
                        throw $TypeError(".grpc.health.v1.HealthCheckRequest: object expected");
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let message = new $root.grpc.health.v1.HealthCheckRequest();
                    if (object.service != null)
                        if (typeof object.service !== "string" || object.service.length)
                            message.service = $String(object.service);
                    return message;
                };

                HealthCheckRequest.toObject = function (message, options, _depth) {
                    if (!options)
                        options = {};
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    let object = {};
                    if (options.defaults)
                        object.service = "";
                    if (message.service != null && $Object.hasOwnProperty.call(message, "service"))
                        object.service = message.service;
                    return object;
                };

                HealthCheckRequest.prototype.toJSON = function() {
                    return HealthCheckRequest.toObject(this, $protobuf.util.toJSONOptions);
                };

                return HealthCheckRequest;
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

                ServerReflectionRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.grpc.reflection.v1.ServerReflectionRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.host = value;
                                else
                                    delete message.host;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                message.file_by_filename = reader.stringVerify();
                                message.message_request = "file_by_filename";
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                message.file_containing_symbol = reader.stringVerify();
                                message.message_request = "file_containing_symbol";
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                message.file_containing_extension = $root.grpc.reflection.v1.ExtensionRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.file_containing_extension);
                                message.message_request = "file_containing_extension";
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                message.all_extension_numbers_of_type = reader.stringVerify();
                                message.message_request = "all_extension_numbers_of_type";
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                message.list_services = reader.stringVerify();
                                message.message_request = "list_services";
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
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

                ExtensionRequest.decode = function (reader, length, _end, _depth, _target) {
                    if (!(reader instanceof $Reader))
                        reader = $Reader.create(reader);
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $Reader.recursionLimit)
                        throw $Error("max depth exceeded");
                    let end, message, value;
                    if (length === $undefined)
                        end = reader.len;
                    else {
                        end = reader.pos + length;
                        if (end > reader.len)
                            throw $RangeError("index out of range");
                        length = reader.len;
                        reader.len = end;
                    }
                    message = _target || new $root.grpc.reflection.v1.ExtensionRequest();
                    while (reader.pos < end) {
                        let start = reader.pos;
                        let tag = reader.tag();
                        if (tag === _end) {
                            _end = $undefined;
                            break;
                        }
                        let wireType = tag & 7;
                        switch (tag >>>= 3) {
                        case 1: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.containing_type = value;
                                else
                                    delete message.containing_type;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.extension_number = value;
                                else
                                    delete message.extension_number;
                                continue;
                            }
                        }
                        reader.skipType(wireType, _depth, tag);
                        if (!reader.discardUnknown) {
                            $util.makeProp(message, "$unknowns", false);
                            (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                        }
                    }
                    if (length !== $undefined) {
                        if (reader.pos !== end)
                            throw $RangeError("index out of range");
                        reader.len = length;
                    }
                    if (_end !== $undefined)
                        throw $Error("missing end group");
                    return message;
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

        return rpc;
    })();

    return google;
})();

export {
  $root as default
};
