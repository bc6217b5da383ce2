/*
 * Forced include for building the database binding against the fallback Electron 33 (Node 20.18, Node-API 9).
 * The binding keeps references to strings, which is Node-API 10; Electron 33 has that only as "experimental".
 * Experimental modules must post their finalizers, and the published headers leave that declaration out.
 */
#define NAPI_VERSION 2147483647
#include <js_native_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
extern "C" NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    napi_env env, napi_finalize finalize_cb, void *finalize_data, void *finalize_hint);
