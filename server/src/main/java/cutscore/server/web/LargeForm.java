package cutscore.server.web;

/**
 * A form whose file may be larger than evidence is; a bean of the room that has it.
 *
 * @param path where it is posted to
 * @param mostBytes of the whole form
 */
public record LargeForm(String path, long mostBytes) {}
