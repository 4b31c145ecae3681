package cutscore.kernel.seal;

/** A text that is no JSON, or JSON of another shape than was asked for. */
public final class JsonFault extends RuntimeException {
    public JsonFault(String what) {
        super(what);
    }

    JsonFault(String what, Throwable cause) {
        super(what, cause);
    }
}
