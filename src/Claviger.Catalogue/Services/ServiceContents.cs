using System.Collections.Immutable;

namespace Claviger.Catalogue;

/// <summary>What a service defines: the part of <see cref="Service"/> that is read when needed, one block of the services' file.</summary>
internal sealed record ServiceContents(
    ImmutableArray<ServiceAction> Actions,
    ImmutableArray<ResourceType> ResourceTypes,
    ImmutableArray<ConditionKey> ConditionKeys)
{
    // Order: condition keys (also the table that the rest points into), resource types, actions.
    public void Write(BinaryWriter writer)
    {
        WriteAll(writer, ConditionKeys, WriteConditionKey);
        WriteAll(writer, ResourceTypes, (w, type) =>
        {
            w.Write(type.Name);
            w.Write(type.ArnPattern);
            WriteKeys(w, type.ConditionKeys);
        });
        WriteAll(writer, Actions, (w, action) =>
        {
            w.Write(action.Name);
            w.Write((byte)action.AccessLevel);
            WriteKeys(w, action.ConditionKeys);
            WriteAll(w, action.ResourceTypes, (x, type) =>
            {
                x.Write7BitEncodedInt(ResourceTypes.IndexOf(type.ResourceType));
                x.Write(type.IsRequired);
                WriteKeys(x, type.ConditionKeys);
            });
        });
    }

    public static ServiceContents Read(BinaryReader reader)
    {
        var keys = ReadAll(reader, ReadConditionKey);
        var types = ReadAll(reader, r => new ResourceType(r.ReadString(), r.ReadString(), ReadKeys(r, keys)));
        var actions = ReadAll(reader, r =>
        {
            var (name, level, own) = (r.ReadString(), (AccessLevel)r.ReadByte(), ReadKeys(r, keys));
            var on = ReadAll(r, x => new ActionResourceType(types[x.Read7BitEncodedInt()], x.ReadBoolean(), ReadKeys(x, keys)));
            return new ServiceAction(name, level, on, own);
        });
        return new ServiceContents(actions, types, keys);
    }

    public static void WriteConditionKey(BinaryWriter writer, ConditionKey key)
    {
        writer.Write(key.Name);
        writer.Write((byte)key.Type);
        writer.Write(key.IsMultivalued);
    }

    public static ConditionKey ReadConditionKey(BinaryReader reader) =>
        new(reader.ReadString(), (ConditionKeyType)reader.ReadByte(), reader.ReadBoolean());

    public static void WriteAll<T>(BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    public static ImmutableArray<T> ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(read(reader));
        }

        return items.MoveToImmutable();
    }

    private void WriteKeys(BinaryWriter writer, ImmutableArray<string> names) =>
        WriteAll(writer, names, (w, name) => w.Write7BitEncodedInt(IndexOf(name)));

    private int IndexOf(string keyName)
    {
        for (var i = 0; i < ConditionKeys.Length; i++)
        {
            if (string.Equals(ConditionKeys[i].Name, keyName, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new InvalidDataException($"The condition key {keyName} is not among those of its service.");
    }

    private static ImmutableArray<string> ReadKeys(BinaryReader reader, ImmutableArray<ConditionKey> keys) =>
        ReadAll(reader, r => keys[r.Read7BitEncodedInt()].Name);
}
