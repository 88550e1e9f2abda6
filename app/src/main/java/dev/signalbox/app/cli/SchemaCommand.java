package dev.signalbox.app.cli;

import dev.signalbox.app.config.HubShape;
import dev.signalbox.app.settings.SettingsSchema;
import dev.signalbox.wire.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what editors need to complete a configuration. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    description = "Prints the JSON Schema of a configuration file, for editors to complete it.",
    footer = {"", "Example: signalbox schema > signalbox.schema.json"})
final class SchemaCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  SchemaCommand() {}

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("the command was not asked for by a command line");
    }
    CommandLine line = spec.commandLine();
    byte[] schema =
        Encoding.JSON.of(SettingsSchema.of("The configuration of a Signalbox hub", HubShape.SHAPE));
    line.getOut().println(new String(schema, StandardCharsets.UTF_8));
    line.getOut().flush();
    return CommandLine.ExitCode.OK;
  }
}
